package dev.certus.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import dev.certus.Packs;
import dev.certus.serve.TestService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The workbench as a compliance analyst meets it: in a browser. */
@Timeout(300)
class WorkbenchIT {

  private static final String WAIT = "retake-wait, in calendar-days";
  private static Chromium chromium;

  @TempDir Path folder;

  private final List<String> errors = new ArrayList<>();
  private Path pack;
  private TestService service;
  private Page page;

  @BeforeAll
  static void startBrowser() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000); // other tests run beside it
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void start() throws IOException {
    pack = Packs.copyWithScenarios(Packs.AWS, folder.resolve("aws"));
    keepScenarios("sittings.yaml"); // each key press runs them all
    service = TestService.on(pack, folder.resolve("state"));
    page = person("Ann", 1600, ColorScheme.LIGHT);
  }

  private void keepScenarios(String... files) throws IOException {
    try (Stream<Path> all = Files.list(pack.resolve("scenarios"))) {
      for (Path file : all.toList()) {
        if (!List.of(files).contains(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
    }
  }

  /** A browser of someone; what goes wrong in it is an error. */
  private Page person(String name, int width, ColorScheme scheme) {
    return person(name, width, scheme, opened -> {});
  }

  private Page person(String name, int width, ColorScheme scheme, Consumer<Page> before) {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new NewContextOptions().setViewportSize(width, 1000).setColorScheme(scheme));
    Page opened = context.newPage();
    opened.onPageError(error -> errors.add(error));
    opened.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
    opened.onDialog(Dialog::accept);
    before.accept(opened);
    opened.navigate(service.address() + "/#policy/AWS-RETAKE-14D");
    opened.getByPlaceholder("Your name").fill(name);
    opened.keyboard().press("Tab");
    return opened;
  }

  @AfterEach
  void stop() throws IOException {
    chromium.browser().contexts().forEach(BrowserContext::close);
    service.close();
    assertThat(errors).isEmpty();
  }

  private static Locator verdict(Page of) {
    return of.locator(".verdict");
  }

  private static Locator button(Page of, String name) {
    return of.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
  }

  private static void go(Page of, String place) {
    of.getByRole(AriaRole.NAVIGATION, new GetByRoleOptions().setName("Places"))
        .getByText(place)
        .click();
  }

  @Test
  void leadsFromAChangedNumberToItsRelease() throws IOException {
    page.getByLabel(WAIT).fill("21");
    assertThat(verdict(page)).hasText("14 scenarios fail");
    assertThat(page.locator(".rule .mark.bad").first()).containsText("scenarios fail");

    go(page, "Scenarios");
    Locator failed = page.locator(".list .failed");
    assertThat(failed).hasCount(14);
    assertThat(failed.first().locator("tr.differs").first()).containsText("until");

    go(page, "Impact");
    assertThat(page.locator(".figure")).containsText("2 of 15 candidates");
    assertThat(page.frameLocator("iframe.report").locator("h1")).containsText("What the change");

    button(page, "Undo").click();
    assertThat(verdict(page)).hasText("sound, 25 scenarios pass");
    assertThat(page.locator(".page")).containsText("Nothing is edited");

    go(page, "Policy");
    page.getByLabel(WAIT).fill("21");
    assertThat(verdict(page)).hasText("14 scenarios fail");
    go(page, "Scenarios");
    button(page, "Expect what is given in all that fail").click();
    assertThat(verdict(page)).hasText("sound, 25 scenarios pass");

    go(page, "Release");
    assertThat(page.locator(".difference").last()).containsText("+     - value: 21");
    page.getByLabel("Why").fill("AWS says 21 days now");
    page.getByLabel("Impact on").selectOption("samples");
    button(page, "Release").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Released.");
    assertThat(Files.readString(pack.resolve("terms.yaml"))).contains("value: 21");
    assertThat(page.locator(".list a").first()).isVisible();
    Page dossier = page.waitForPopup(() -> page.locator(".list a").first().click());
    assertThat(dossier.locator("body")).containsText("AWS says 21 days now");
    assertThat(dossier.locator("body")).containsText("2 of 15 candidates of samples");
    assertThat(dossier.locator("body")).containsText("+     - value: 21");
  }

  @Test
  void underlinesATypoAndMendsItByAClick() {
    Locator term = page.locator("certus-editor").first().getByText("\"retake-wait\"");
    term.click(new Locator.ClickOptions().setPosition(30, 8));
    page.keyboard().type("x");
    assertThat(verdict(page)).containsText("finding");
    page.keyboard().press("Escape");
    page.locator(".cm-lintRange-error").first().hover();
    button(page, "Write `retake-wait`").click();
    assertThat(verdict(page)).hasText("sound, 25 scenarios pass");
    assertThat(page.locator("certus-editor").first()).containsText("\"retake-wait\"");
  }

  @Test
  void saysWhichChangesOfARuleNoScenarioNotices() throws IOException {
    Locator rule = page.locator(".rule").first();
    rule.getByText("Try changes").click();
    assertThat(rule.locator(".mark").last()).containsText("of 1 change noticed");
    keepScenarios();
    page.reload();
    assertThat(rule).containsText("no scenario reaches this rule");
    rule.getByText("Try changes").click();
    assertThat(rule.locator(".findings li").first()).containsText("line ");
  }

  @Test
  void completesNamesAndSaysWhatTheyMean() {
    Locator editor = page.locator("certus-editor").first();
    editor.getByText("\"retake-wait\"").hover();
    assertThat(page.locator(".hover")).containsText("14 calendar-days");
    editor.getByText("\"retake-wait\"").click(new Locator.ClickOptions().setPosition(30, 8));
    page.keyboard().press("Control+Space");
    assertThat(page.locator(".cm-tooltip-autocomplete")).containsText("renewal-advice");
  }

  /** Where the caret is does not change when the service answers. */
  @Test
  void takesWhatIsTypedWithoutMovingTheCaret() {
    Locator editor = page.locator("certus-editor").first();
    editor.getByText("// retake the exam").click();
    page.keyboard().press("End");
    for (String word : List.of(" one", " two", " three", " four", " five")) {
      page.keyboard().type(word);
      page.waitForResponse(Pattern.compile(".*/draft/edits"), () -> page.keyboard().type("."));
    }
    assertThat(editor).containsText("one. two. three. four. five.");
  }

  @Test
  void movesACandidateThroughTimeAndRecordsAScenario() {
    go(page, "Candidate");
    page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("Candidate"))
        .selectOption(new SelectOption().setLabel("failed-last-week"));
    Locator decisions = page.locator(".decisions");
    assertThat(decisions).containsText("retake-blocked");
    for (int i = 0; i < 9 && !decisions.innerText().contains("retake-eligible"); i++) {
      String before = page.locator(".asof output").innerText();
      button(page, "Next change").click();
      assertThat(page.locator(".asof output")).not().hasText(before);
      assertThat(page.locator(".asof")).not().hasAttribute("aria-busy", "true");
    }
    assertThat(decisions).containsText("retake-eligible");
    decisions.getByText("retake-eligible").click();
    assertThat(page.locator(".why")).containsText("AWS-RETAKE-14D");
    page.getByLabel("Why not").selectOption("retake-blocked");
    assertThat(page.locator(".why")).containsText("fails at");

    page.getByLabel("Record as a scenario").fill("after the wait the exam may be taken");
    button(page, "Record").click();
    assertThat(verdict(page)).hasText("sound, 26 scenarios pass");
    assertThat(page.locator(".file h2")).hasText("scenarios/recorded.yaml");
    assertThat(page.locator("certus-editor")).containsText("after the wait the exam may be taken");
  }

  @Test
  void showsEachWhatTheOtherDoesAndOverwritesNothingUnseen() {
    Page other = person("Bob", 1600, ColorScheme.LIGHT);
    assertThat(verdict(other)).hasText("sound, 25 scenarios pass");
    page.getByLabel(WAIT).fill("21");
    assertThat(other.getByLabel(WAIT)).hasValue("21");
    assertThat(verdict(other)).hasText("14 scenarios fail");

    button(other, "Undo").click();
    assertThat(page.getByLabel(WAIT)).hasValue("14");
  }

  @Test
  void tellsSomeoneWhoWasOvertakenAndLeavesTheirTextToCopy() {
    Page other =
        person(
            "Bob",
            1600,
            ColorScheme.LIGHT,
            opened -> opened.route("**/draft/events", route -> route.abort()));
    assertThat(verdict(other)).hasText("sound, 25 scenarios pass");
    page.getByLabel(WAIT).fill("21");
    assertThat(verdict(page)).hasText("14 scenarios fail");
    other.getByLabel(WAIT).fill("7");
    assertThat(other.getByRole(AriaRole.ALERT))
        .containsText("terms.yaml was changed by Ann meanwhile");
    assertThat(other.getByRole(AriaRole.ALERT)).containsText("- value: 7");
    assertThat(other.getByLabel(WAIT)).hasValue("21");
    errors.removeIf(error -> error.contains("ERR_FAILED") || error.contains("409"));
  }

  @Test
  void isUsedByTheKeyboard() {
    page.getByLabel(WAIT).fill("21");
    assertThat(verdict(page)).hasText("14 scenarios fail");
    page.keyboard().press("Control+Alt+z");
    assertThat(page.getByLabel(WAIT)).hasValue("14");
    page.locator("certus-editor").first().getByText("\"retake-wait\"").click();
    page.keyboard().press("F12");
    assertThat(page.locator(".file h2")).hasText("terms.yaml");
    assertThat(page.locator(".cm-content")).isFocused();
    page.keyboard().press("Escape");
    page.keyboard().press("Alt+2");
    assertThat(page.locator("h2")).hasText("Scenarios");
  }

  @Test
  void showsTheDescriptionOfTheService() {
    page.navigate(service.address() + "/api");
    page.getByText("/v1/packs/{pack}/decide").click();
    assertThat(page.locator("#api")).containsText("Decides a record");
    button(page, "Try it out").click();
    assertThat(button(page, "Execute")).isVisible();
  }

  @Test
  void keepsEditsWhenThePageOrTheServiceGoesDown() throws IOException {
    page.getByLabel(WAIT).fill("21");
    assertThat(verdict(page)).hasText("14 scenarios fail");
    page.reload();
    assertThat(page.getByLabel(WAIT)).hasValue("21");
    page.close();
    service.close();
    service = TestService.on(pack, folder.resolve("state"));
    page = person("Ann", 1600, ColorScheme.LIGHT);
    assertThat(page.getByLabel(WAIT)).hasValue("21");
  }

  /** Whatever a pack's texts hold, the page shows them as they are. */
  @Test
  void runsNothingThatAPackSays() throws IOException {
    String attack =
        "<img src=x onerror=document.title='owned'><script>document.title='owned'</script>";
    Path clauses = pack.resolve("clauses.yaml");
    Files.writeString(
        clauses,
        Files.readString(clauses)
            .replaceFirst("title: Retake after a fail", "title: \"" + attack + "\""));
    Path scenarios = pack.resolve("scenarios/sittings.yaml");
    Files.writeString(
        scenarios,
        Files.readString(scenarios)
            .replaceFirst("- scenario: .*", "- scenario: \"" + attack + "\""));
    page.reload();
    assertThat(page.locator("h2")).containsText(attack);
    go(page, "Scenarios");
    assertThat(page.locator(".page")).containsText(attack);
    assertThat(page).hasTitle("certus");
  }

  @Test
  void isAccessibleInEachPlaceLightAndDark() {
    isAccessible(1600, ColorScheme.LIGHT);
    isAccessible(400, ColorScheme.DARK);
    isAccessible(1600, ColorScheme.DARK);
  }

  private void isAccessible(int width, ColorScheme scheme) {
    page.close();
    page = person("Ann", width, scheme);
    page.getByLabel(WAIT).fill("21");
    assertThat(verdict(page)).hasText("14 scenarios fail");
    for (String place : List.of("Policy", "Scenarios", "Candidate", "Impact", "Release")) {
      go(page, place);
      if (place.equals("Candidate")) {
        page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("Candidate"))
            .selectOption(new SelectOption().setLabel("failed-last-week"));
        page.locator(".decisions button").first().click();
        assertThat(page.locator(".why")).isVisible();
      }
      if (place.equals("Impact")) {
        assertThat(page.locator("iframe.report")).isVisible();
      }
      assertThat(seriousIn(page)).as("%s, %s, %d px", place, scheme, width).isEmpty();
      assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as("%s fits %d px", place, width)
          .isTrue();
    }
  }

  private static List<String> seriousIn(Page page) {
    return new AxeBuilder(page)
        .exclude("iframe").analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(WorkbenchIT::told)
            .toList();
  }

  private static String told(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream()
            .map(node -> node.getHtml() + " " + node.getFailureSummary())
            .limit(3)
            .toList();
  }
}
