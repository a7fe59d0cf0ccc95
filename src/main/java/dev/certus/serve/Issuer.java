package dev.certus.serve;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.certus.yaml.Fields;
import dev.certus.yaml.Yaml;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID Connect issuer: whose tokens it signs, and what the groups that it names may do. */
final class Issuer {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Signatures by keys of which the issuer keeps one half to itself. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384);

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final String claim;
  private final Map<Role, List<String>> groups;

  private Issuer(
      String issuer, String audience, URI keys, String claim, Map<Role, List<String>> groups)
      throws IOException {
    this.claim = claim;
    this.groups = groups;
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            ALGORITHMS, JWKSourceBuilder.create(keys.toURL()).retrying(true).build()));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            audience,
            new JWTClaimsSet.Builder().issuer(issuer).build(),
            Set.of("sub", "exp", "iat")));
  }

  /**
   * Reads what a file says of an issuer, and asks it where its keys are.
   *
   * @throws IOException where it cannot be asked
   */
  static Issuer read(Fields fields) throws IOException {
    String url = fields.text("url");
    String audience = fields.text("audience");
    String claim = fields.text("claim", "groups");
    Map<Role, List<String>> groups = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      Yaml listed = fields.optional(role.word());
      groups.put(
          role, listed == null ? List.of() : listed.list().stream().map(Yaml::text).toList());
    }
    fields.done();
    return new Issuer(url, audience, keys(url), claim, groups);
  }

  private static URI keys(String issuer) throws IOException {
    URI discovery = URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
    try {
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .build()
              .send(
                  HttpRequest.newBuilder(discovery).timeout(PATIENCE).build(),
                  BodyHandlers.ofString());
      String keys =
          answer.statusCode() == 200
              ? JsonMapper.shared().readTree(answer.body()).path("jwks_uri").asString("")
              : "";
      if (keys.isEmpty()) {
        throw new IOException(
            "%s does not say where the keys are (status %d)%n  help: is `url` that of the issuer?"
                .formatted(discovery, answer.statusCode()));
      }
      return URI.create(keys);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException("%s is no description of an issuer".formatted(discovery), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking " + discovery, e);
    }
  }

  /** Whose token it is; null where the issuer has not signed it, or not for this service or now. */
  Person of(String token) {
    try {
      JWTClaimsSet claims = processor.process(token, null);
      Object named = claims.getClaim(claim);
      Role role = null;
      for (Role one : Role.values()) {
        role = groups.get(one).stream().anyMatch(group -> isIn(named, group)) ? one : role;
      }
      String name = claims.getClaim("name") instanceof String text ? text : claims.getSubject();
      return role == null ? null : new Person(name, role);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return null;
    }
  }

  private static boolean isIn(Object named, String group) {
    return named instanceof Collection<?> several ? several.contains(group) : group.equals(named);
  }
}
