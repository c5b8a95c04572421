import { StatusBarAlignment, window } from 'vscode';
import type { Disposable } from '../emitter';
import { inertInLabel } from '../inert';

/** The profile and the region in the status bar; choosing one of them changes it. */
export class PlaceStatus implements Disposable {
  readonly #profile = window.createStatusBarItem('trustwright.profile', StatusBarAlignment.Left, 51);
  readonly #region = window.createStatusBarItem('trustwright.region', StatusBarAlignment.Left, 50);

  constructor() {
    this.#profile.name = 'AWS Profile';
    this.#profile.command = 'trustwright.chooseProfile';
    this.#region.name = 'AWS Region';
    this.#region.command = 'trustwright.chooseRegion';
  }

  show(profile: string, region: string | undefined): void {
    this.#profile.text = `$(account) AWS: ${inertInLabel(profile, 40)}`;
    this.#profile.tooltip = 'AWS profile of the Trustwright sidebar. Choose another…';
    this.#region.text = `$(globe) ${region === undefined ? 'no region' : inertInLabel(region, 40)}`;
    this.#region.tooltip = 'AWS region of the Trustwright sidebar. Choose another…';
    this.#profile.show();
    this.#region.show();
  }

  dispose(): void {
    this.#profile.dispose();
    this.#region.dispose();
  }
}
