package dev.certus.serve;

import java.util.Locale;

/** The kinds of problems that the service answers with (RFC 9457). */
enum ProblemType {
  /** The body is no JSON, or not what the operation takes. */
  MALFORMED_BODY(400, "The body cannot be read"),
  /** A parameter is missing, unknown or wrong. */
  BAD_PARAMETER(400, "A parameter is wrong"),
  /** There is nothing under the address. */
  NOT_FOUND(404, "There is nothing here"),
  /** The address has other methods. */
  METHOD_NOT_ALLOWED(405, "The method is not one of this address"),
  /** The request does not say whose it is, or not truly. */
  UNKNOWN_PERSON(401, "Who asks is unknown"),
  /** The person may not do this. */
  NOT_ALLOWED(403, "This needs another role"),
  /** The request comes from a page of another site, or by another name of this machine. */
  FOREIGN(403, "The request comes from elsewhere"),
  /** The pack cannot be edited. */
  READ_ONLY(403, "The pack cannot be edited"),
  /** Someone else has changed what the request changes. */
  CONFLICT(409, "Someone else was quicker"),
  /** The client was too slow. */
  TIMEOUT(408, "The request took too long to arrive"),
  /** The body is longer than it may be. */
  BODY_TOO_LARGE(413, "The body is too long"),
  /** The body is of a type that the operation does not take. */
  UNSUPPORTED_TYPE(415, "The body's type is not one of this operation"),
  /** The record breaks the contract, or has too many facts. */
  INVALID_RECORD(422, "The record is rejected"),
  /** The pack that the request is about is not sound. */
  UNSOUND_PACK(422, "The pack is not sound"),
  /** The rules fail on the record. */
  RULES_FAIL(500, "The rules cannot decide the record"),
  /** A file, a database or a repository that the service needs does not do its part. */
  FAILED(500, "Something that the service needs fails"),
  /** A mistake in certus. */
  INTERNAL(500, "A mistake in certus"),
  /** More requests at once than the service takes, or it is about to stop. */
  BUSY(503, "The service takes no request now");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status that goes with it. */
  int status() {
    return status;
  }

  /** What happened, in a few words that are always the same. */
  String title() {
    return title;
  }

  /** A reference that identifies the kind, relative to the service. */
  String uri() {
    return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
