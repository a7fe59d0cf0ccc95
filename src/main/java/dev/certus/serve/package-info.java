/**
 * The policy over HTTP: one process that decides, explains, checks and compares for other systems.
 * Start at {@link dev.certus.serve.Service}; what it can be asked is in {@link
 * dev.certus.serve.Operation}s, from which its description follows.
 */
package dev.certus.serve;
