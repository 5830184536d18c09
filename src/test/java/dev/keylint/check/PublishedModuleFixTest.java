package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Estate;
import dev.keylint.resource.OtherWrite;
import dev.keylint.resource.Resource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Nobody here can change a published module, but the arguments of its call.
final class PublishedModuleFixTest {
  private static final String MODULE =
      """
      param given string
      param size string = 'small'
      resource it 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'it'
        tags: { given: given, fixed: 'here', nothing: null }
        sku: { name: size }
        kind: tier
        location: place
      }
      var tier = size
      var place = 'here'
      """;

  private static final String OUTER =
      """
      param given string
      module inner 'mod.bicep' = { name: 'inner', params: { given: given } }
      """;

  @TempDir private Path folder;

  /// @param published which of the calls are taken for calls of published modules
  private static Resource published(Resource it, List<Integer> published) {
    DeploymentPath path = DeploymentPath.of("main.bicep", it.condition().map(Object::toString));
    List<DeploymentPath.Call> calls = it.deployment().calls();
    for (int i = 0; i < calls.size(); i++) {
      DeploymentPath.Call call = calls.get(i);
      path =
          path.into(
              new DeploymentPath.Call(
                  call.name(), call.at(), published.contains(i), call.standsInFor()));
    }
    return Given.placed(it, it.declaredAt(), path);
  }

  private Resource only(String bicep) {
    return new Judged(folder)
        .with("mod.bicep", MODULE)
        .with("outer.bicep", OUTER)
        .estate(bicep)
        .resources()
        .getFirst();
  }

  private static String offered(String fix, Resource resource) {
    var rule =
        Judged.rule(
            "offering",
            """
            match: {resource: Microsoft.Search/searchServices}
            validations: [{expression: 'false', message: no}]
            fix: {%s, safety: safe}
            """
                .formatted(fix));
    Estate estate = new Estate("a", false, List.of(resource), List.of(), List.of(), List.of());
    var finding = Engine.run(List.of(rule), List.of(estate)).getFirst();
    return new Offered(finding.fix().orElseThrow()).changes();
  }

  private static final String ONE =
      "module m 'mod.bicep' = { name: 'm', params: { given: 'mine' } }\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          set: {resource.tags.given: x}     | 'mine' := x
          set: {resource.tags.fixed: x}     | none: it stands in a published module, and no argument brings it
          set: {resource.tags.new: x}       | none: it stands in a published module, and no argument brings it
          set: {resource.sku.name: x}       | params.size in module m := x
          set: {resource.kind: x}           | params.size in module m := x
          set: {resource.location: x}       | none: it stands in a published module, and no argument brings it
          remove: [resource.tags.fixed]     | none: it stands in a published module
          replace: [{at: resource.tags.fixed, from: h, to: t}] | none: it stands in a published module
          secure: [resource.tags.fixed]     | none: it stands in a published module
          logs: [resource.id]               | none: it stands in a published module
          """)
  void theCallIsChangedIfItCanBe(String fix, String changes) {
    assertThat(offered(fix, published(only(ONE), List.of(0)))).isEqualTo(changes);
  }

  private static final String TWO =
      "module m 'outer.bicep' = { name: 'm', params: { given: 'mine' } }\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          0   | set: {resource.tags.given: x} | 'mine' := x
          1   | set: {resource.tags.given: x} | 'mine' := x
          0,1 | set: {resource.tags.given: x} | 'mine' := x
          0   | set: {resource.sku.name: x}   | none: it stands in a published module, and no argument brings it
          1   | set: {resource.sku.name: x}   | params.size in module inner := x
          0,1 | set: {resource.sku.name: x}   | none: it stands in a published module, and no argument brings it
          1   | remove: [resource.tags.given] | none: it stands in a published module
          """)
  void theOutermostPublishedOneCounts(String published, String fix, String changes) {
    List<Integer> which = List.of(published.split(",")).stream().map(Integer::valueOf).toList();
    assertThat(offered(fix, published(only(TWO), which))).isEqualTo(changes);
  }

  @Test
  void whatIsWrittenTwiceIsLeftAlone() {
    Resource once = only(ONE);
    String fix = "set: {resource.tags.given: x}";
    assertThat(offered(fix, written(once, OtherWrite.Kind.UNORDERED)))
        .isEqualTo("none: it is written twice, and which of the two is last is not told");
    assertThat(offered(fix, written(once, OtherWrite.Kind.OVERWRITTEN))).isEqualTo("'mine' := x");
  }

  private static Resource written(Resource it, OtherWrite.Kind kind) {
    return it.with(List.of(new OtherWrite(it.declaredAt(), it.declaredAt(), kind)));
  }
}
