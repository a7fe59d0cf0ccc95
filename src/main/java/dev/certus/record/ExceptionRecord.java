package dev.certus.record;

/**
 * A request not to be held to a missed appointment.
 *
 * @param kind why
 * @param status how far the request has come
 */
public record ExceptionRecord(ExceptionKind kind, ExceptionStatus status) {}
