/**
 * Drafts of a pack: edits that people make together, kept until they are released, with a journal
 * of who changed what. Start at {@link dev.certus.workbench.PackDraft}.
 */
package dev.certus.workbench;
