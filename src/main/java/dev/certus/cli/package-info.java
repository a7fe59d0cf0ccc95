/** The command line. Start at {@link dev.certus.cli.Main}. */
package dev.certus.cli;
