/** Keys and signatures of files, by Ed25519. Start at {@link dev.certus.sign.Signatures}. */
package dev.certus.sign;
