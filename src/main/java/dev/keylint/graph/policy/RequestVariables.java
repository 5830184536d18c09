package dev.keylint.graph.policy;

import dev.keylint.value.PartialText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The variables that policies set for later policies of the same request.
final class RequestVariables {
  /// More than these is not picked among.
  private static final int MAX_CHOICES = 100;

  /// What stands for no text, but picks one.
  private static final Pattern INDEX = Pattern.compile("(?i)-?[0-9]*|true|false");

  private final NamedValues named;
  private final Map<String, List<Setting>> byName = new HashMap<>();

  /// A `set-variable`.
  private record Setting(Policy policy, PartialText value, CSharp expression) {}

  RequestVariables(List<Policy> policies, NamedValues named) {
    this.named = named;
    for (Policy policy : policies) {
      for (PolicyElement each : policy.root().below("set-variable", "send-")) {
        learn(policy, each);
      }
    }
  }

  private void learn(Policy policy, PolicyElement element) {
    Optional<PolicyElement.Attribute> name = element.attribute("name");
    Optional<PolicyElement.Attribute> value = element.attribute("value");
    if (name.isPresent() && value.isPresent()) {
      PartialText text = value.orElseThrow().value();
      byName
          .computeIfAbsent(name.orElseThrow().value().key(), _ -> new ArrayList<>())
          .add(new Setting(policy, text, CSharp.of(text)));
    }
  }

  private List<Setting> of(String name, Policy reader) {
    return byName.getOrDefault(name, List.of()).stream()
        .filter(each -> each.policy().meets(reader))
        .toList();
  }

  /// What an expression reads, directly or through other variables.
  CSharp closure(CSharp expression, Policy policy) {
    Set<String> variables = new HashSet<>();
    boolean dynamic = expression.dynamic();
    Deque<String> open = new ArrayDeque<>(expression.variables());
    while (!open.isEmpty()) {
      String name = open.pop();
      if (variables.add(name)) {
        for (Setting each : of(name, policy)) {
          dynamic |= each.expression().dynamic();
          open.addAll(each.expression().variables());
        }
      }
    }
    return new CSharp(expression.texts(), variables, expression.alternatives(), dynamic);
  }

  /// What a text may turn out to be when a request comes: itself, or those texts in its expression
  /// and in the variables that it reads that fit; empty when that says too little.
  Optional<List<PartialText>> choices(
      PartialText written, Policy policy, Predicate<PartialText> fits) {
    PartialText text = named.resolve(written, policy.holder()).strip();
    if (!CSharp.isIn(text)) {
      return Optional.of(List.of(text));
    }
    Map<String, PartialText> found = new LinkedHashMap<>();
    Search search = new Search(fits, new HashSet<>(), found);
    boolean complete = collect(text, policy, false, search);
    return complete && !found.isEmpty() && found.size() <= MAX_CHOICES
        ? Optional.of(List.copyOf(found.values()))
        : Optional.empty();
  }

  private static boolean isIndex(PartialText text) {
    return text.isKnown() && INDEX.matcher(text.chars()).matches();
  }

  /// What is looked for, which variables have been, and what was found.
  private record Search(
      Predicate<PartialText> fits, Set<String> visited, Map<String, PartialText> found) {
    void add(PartialText text) {
      found.putIfAbsent(text.key(), text);
    }
  }

  /// Adds what a text may be; false when it may be something else too. What is all that an
  /// expression reads counts as it is, whether it fits or not.
  private boolean collect(PartialText written, Policy policy, boolean alone, Search search) {
    PartialText text = named.resolve(written, policy.holder()).strip();
    if (!CSharp.isIn(text)) {
      boolean wanted = alone || search.fits.test(text);
      if (wanted && !isIndex(text)) {
        search.add(text);
      }
      return wanted || isIndex(text);
    }
    CSharp expression = CSharp.of(text);
    List<PartialText> fitting = expression.texts().stream().filter(search.fits).toList();
    fitting.forEach(search::add);
    boolean complete = !expression.dynamic() && !CSharp.makesTexts(text);
    complete &= !fitting.isEmpty() || !expression.alternatives().isEmpty();
    boolean only = expression.texts().isEmpty() && expression.alternatives().size() == 1;
    for (String name : expression.alternatives()) {
      if (search.visited.add(name)) {
        List<Setting> settings = of(name, policy);
        complete &= !settings.isEmpty();
        for (Setting each : settings) {
          complete &= collect(each.value(), each.policy(), only, search);
        }
      }
    }
    return complete;
  }
}
