package dev.certus.serve;

import java.util.Locale;

/** What people may do; each role may do what those before it may. */
enum Role {
  /** Ask for decisions, and look at packs and drafts. */
  READ,
  /** Edit drafts. */
  EDIT,
  /** Bring drafts into packs. */
  RELEASE;

  /** The role in a word. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
