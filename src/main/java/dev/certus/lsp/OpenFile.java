package dev.certus.lsp;

/**
 * A file of a pack.
 *
 * @param pack the pack
 * @param name the file's name in it
 */
record OpenFile(OpenPack pack, String name) {}
