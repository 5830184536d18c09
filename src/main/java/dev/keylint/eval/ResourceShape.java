package dev.keylint.eval;

import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.resource.ApiVersions;
import dev.keylint.template.Declaration;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// Says where type, name and parent of a resource do not make what Azure takes: then its id is not
/// the one that anything else means.
final class ResourceShape {
  private ResourceShape() {}

  static void check(ResourceCopy copy, Run run) {
    Declaration.Resource declaration = copy.declaration();
    if (declaration.extension().isEmpty()) {
      type(declaration.type()).ifPresent(problem -> say(problem, declaration.at(), run));
      parent(copy).ifPresent(problem -> say(problem, declaration.at(), run));
      name(copy).ifPresent(problem -> say(problem, declaration.name().at(), run));
      version(declaration).ifPresent(run::report);
    }
  }

  /// Azure takes no such thing; nothing of the resource is lost for that.
  private static Optional<Diagnostic> version(Declaration.Resource declaration) {
    String version = declaration.apiVersion();
    return version.isEmpty() || ApiVersions.isVersion(version)
        ? Optional.empty()
        : Optional.of(
            Diagnostic.of(
                    Diagnostic.Kind.NOTE,
                    "`"
                        + version
                        + "` is no api-version, which starts with a date, so Azure refuses this"
                        + " resource: it is judged as if all of its properties counted",
                    declaration.at())
                .help("write one that `" + declaration.type() + "` has"));
  }

  private static void say(String problem, Location at, Run run) {
    run.failed(problem, "fail", List.of(Terms.text(problem, at)), at);
  }

  private static Optional<String> type(String type) {
    int slash = type.indexOf('/');
    boolean full = slash > 0 && type.substring(0, slash).contains(".");
    return full
        ? Optional.empty()
        : Optional.of("`" + type + "` is no type of a resource provider");
  }

  private static Optional<String> parent(ResourceCopy copy) {
    if (copy.declaration().parent().isEmpty()) {
      return Optional.empty();
    }
    String type = copy.type();
    boolean child =
        copy.parent()
            .filter(parent ->
                type.regionMatches(true, 0, parent.type() + "/", 0, parent.type().length() + 1))
            .isPresent();
    return child
        ? Optional.empty()
        : Optional.of("the parent is no resource of which `" + type + "` is a child");
  }

  /// A name that is no text; of one with other segments than its type has the id can't be made,
  /// which is said there.
  private static Optional<String> name(ResourceCopy copy) {
    return isText(copy.ownName())
        ? Optional.empty()
        : Optional.of("the name of a resource is a text");
  }

  private static boolean isText(Value name) {
    return switch (name) {
      case Value.Str _, Value.Unknown _ -> true;
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Arr _, Value.Obj _ ->
          false;
    };
  }
}
