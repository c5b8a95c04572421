import { createConnection, ProposedFeatures } from './host/lsp';
import { openCatalogFile } from './host/catalogFile';
import { startServer } from './server';

// The transport (IPC from the editor, --stdio from elsewhere) is read from the command line by the library.
startServer(createConnection(ProposedFeatures.all), openCatalogFile);
