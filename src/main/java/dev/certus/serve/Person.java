package dev.certus.serve;

/**
 * Someone who asks.
 *
 * @param name the name that the journal keeps
 * @param role what the person may do
 */
record Person(String name, Role role) {

  /** Whether the person may do what needs a role. */
  boolean may(Role needed) {
    return role.compareTo(needed) >= 0;
  }
}
