/** Packs as a Git repository has them at some revision. Start at {@link dev.certus.git.GitPack}. */
package dev.certus.git;
