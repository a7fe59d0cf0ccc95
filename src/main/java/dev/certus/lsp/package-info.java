/**
 * The language service for editors, by the Language Server Protocol. Start at {@link
 * dev.certus.lsp.LanguageServerProcess}.
 */
package dev.certus.lsp;
