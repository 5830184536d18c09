package dev.keylint.graph.policy;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.ResourceId;
import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.PartialTextBuilder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Named values, which policies refer to by `{{name}}`.
record NamedValues(ApiManagement management) {
  private static final Pattern NAME = Pattern.compile("\\{\\{\\s*([^{}]+?)\\s*\\}\\}");

  /// A text with the named values put in; one that is secret or not in the estate is a hole.
  PartialText resolve(PartialText text, ResourceId holder) {
    Matcher names = NAME.matcher(text.chars());
    PartialTextBuilder result = new PartialTextBuilder();
    int from = 0;
    while (names.find()) {
      PartialText name = text.slice(names.start(1), names.end(1));
      result.add(text.slice(from, names.start())).add(value(name, holder));
      from = names.end();
    }
    return result.add(text.from(from)).build(text.origin());
  }

  private PartialText value(PartialText name, ResourceId holder) {
    return management
        .find("namedvalues", holder, name)
        .flatMap(it -> Bodies.at(it, "properties", "value"))
        .flatMap(it -> PartialText.of(it.value()))
        .orElseGet(() ->
            PartialText.hole(
                Doubt.notStated("the named value `" + name.shown() + "`", name.origin().at())));
  }
}
