// Loaded before the properties by `npm run fuzz`: new inputs each time, and twenty times as many unless told otherwise.
process.env.TRUSTWRIGHT_FUZZ ??= '20';
