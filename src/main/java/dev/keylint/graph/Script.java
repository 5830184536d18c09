package dev.keylint.graph;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.text.Location;
import dev.keylint.text.ScriptCommands;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.PartialTextBuilder;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A script: of a deployment, or one that runs beside it.
///
/// @param kind who runs it: `deploymentScript`, `hook`, `step`
/// @param commands what it runs, each a text as far as it is known
/// @param unread why there may be more
/// @param resource the deployment script; empty for what stands in no template
/// @param elsewhere whether it is evidence here, and judged as a part of another estate
/// @param at where it is declared
/// @param evidence where its text is
public record Script(
    Value name,
    String kind,
    List<Value> commands,
    List<Value.Unknown> unread,
    Optional<Resource> resource,
    boolean elsewhere,
    Location at,
    Location evidence) {
  private static final String TYPE = "Microsoft.Resources/deploymentScripts";
  private static final String TOO_LONG = "what a command of more than 32,767 characters does";

  public Script {
    commands = List.copyOf(commands);
    unread = List.copyOf(unread);
  }

  /// Whether resources of a type are scripts.
  static boolean areOfType(String type) {
    return type.equalsIgnoreCase(TYPE);
  }

  /// All scripts of an estate: those it deploys, then those beside it.
  static List<Script> of(Estate estate, ResourceIndex index) {
    List<Script> all = new ArrayList<>();
    for (Resource resource : index.ofType(TYPE)) {
      if (!resource.existing()) {
        all.add(deployed(resource));
      }
    }
    estate.scripts().forEach(it -> all.add(beside(it)));
    return all;
  }

  private static Script beside(Estate.Script script) {
    return new Script(
        new Value.Str(script.name(), Origin.at(script.at())),
        script.kind(),
        script.commands(),
        script.unread(),
        Optional.empty(),
        script.elsewhere(),
        script.at(),
        script.at());
  }

  private static Script deployed(Resource resource) {
    Optional<Property> content = Bodies.at(resource, "properties", "scriptContent");
    Optional<Property> source =
        content.or(() -> Bodies.at(resource, "properties", "primaryScriptUri"));
    Location evidence = source.map(Property::at).orElse(resource.declaredAt());
    List<Value> commands = new ArrayList<>();
    List<Value.Unknown> unread = new ArrayList<>();
    if (content.isPresent()) {
      read(content.orElseThrow().value(), commands, unread);
    } else if (source.isPresent()) {
      unread.add(Doubt.notStated("what a script of another place does", evidence));
    }
    Bodies.at(resource, "properties", "supportingScriptUris")
        .filter(it -> !(it.value() instanceof Value.Arr(var uris, _) && uris.isEmpty()))
        .ifPresent(it -> unread.add(Doubt.notStated("what its supporting scripts do", it.at())));
    return new Script(
        resource.name(),
        "deploymentScript",
        commands,
        unread,
        Optional.of(resource),
        false,
        resource.declaredAt(),
        evidence);
  }

  private static void read(Value content, List<Value> commands, List<Value.Unknown> unread) {
    Optional<PartialText> text = PartialText.of(content);
    if (text.filter(it -> it.isKnown() || it.chars().length() > 1).isEmpty()) {
      unread.add(Doubt.because(content));
      return;
    }
    PartialText whole = text.orElseThrow();
    for (ScriptCommands.Command it : ScriptCommands.of(whole.chars())) {
      if (it.isTooLong()) {
        unread.add(Doubt.notStated(TOO_LONG, content.origin().at()));
      } else {
        commands.add(command(whole, it));
      }
    }
  }

  /// A command of a script, with what stands in it that is not known.
  private static Value command(PartialText whole, ScriptCommands.Command command) {
    // Not a slice of the script: where a line goes on, the command has blanks.
    String text = command.text();
    PartialTextBuilder known = new PartialTextBuilder();
    int from = 0;
    for (int at = text.indexOf(PartialText.HOLE);
        at >= 0;
        at = text.indexOf(PartialText.HOLE, from)) {
      int hole = command.offset() + at;
      known.add(text.substring(from, at)).add(whole.slice(hole, hole + 1));
      from = at + 1;
    }
    return known.add(text.substring(from)).build(whole.origin()).value();
  }
}
