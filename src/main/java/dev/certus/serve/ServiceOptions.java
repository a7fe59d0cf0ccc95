package dev.certus.serve;

import dev.certus.engine.Limits;
import dev.certus.rulebook.RuleCache;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the service runs.
 *
 * @param host the address to listen on
 * @param port the port, or 0 for one that is free
 * @param clock tells the instant that is decided for where a request names none
 * @param cache keeps compiled rules
 * @param limits the limits on a candidate
 * @param requests how many requests are worked on at once
 * @param idle how long a client may let the service wait for a byte
 * @param grace how long the service waits for requests in flight when it stops
 * @param populations the records that packs can be compared on: what {@code certus diff} takes as
 *     INPUT, by name
 * @param access who may ask; null where everyone who reaches the service may do everything
 * @param state the folder that keeps the drafts of packs
 * @param program the program's version
 */
public record ServiceOptions(
    String host,
    int port,
    InstantSource clock,
    RuleCache cache,
    Limits limits,
    int requests,
    Duration idle,
    Duration grace,
    Map<String, String> populations,
    Access access,
    Path state,
    String program) {

  /** Keeps an unmodifiable copy of the map, in its order. */
  public ServiceOptions {
    populations = Collections.unmodifiableMap(new LinkedHashMap<>(populations));
  }
}
