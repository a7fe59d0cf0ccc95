// Starts `certus lsp` and lets it answer for the files of packs.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = async () => {
  const [command, ...args] = workspace.getConfiguration("certus").get("command");
  client = new LanguageClient(
    "certus",
    "certus",
    { command, args },
    {
      documentSelector: [
        { scheme: "file", language: "drl" },
        { scheme: "file", language: "yaml" },
      ],
      synchronize: { fileEvents: workspace.createFileSystemWatcher("**/*.{drl,yaml}") },
    },
  );
  await client.start();
};

exports.deactivate = () => client?.stop();
