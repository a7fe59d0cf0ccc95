/**
 * What editors ask of a pack's texts: findings with fixes, completion, the meaning of a name, where
 * it is defined and used, and renaming. Start at {@link dev.certus.language.PackLanguage}.
 */
package dev.certus.language;
