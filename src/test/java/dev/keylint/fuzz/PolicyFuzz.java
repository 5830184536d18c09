package dev.keylint.fuzz;

import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.Call;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceType;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The XML of a policy of API Management.
public final class PolicyFuzz {
  private static final String SERVICE =
      "/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement/service/a";

  private PolicyFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String xml = new String(input, StandardCharsets.UTF_8);
    Location at = new Location.InFile(Source.of("p.xml", xml), new Span(0, xml.length()));
    Value.Obj properties = object(at, "value", new Value.Str(xml, Origin.at(at)));
    List<Resource> resources =
        List.of(
            resource("Microsoft.ApiManagement/service", SERVICE, object(at, "x", properties), at),
            resource(
                "Microsoft.ApiManagement/service/policies",
                SERVICE + "/policies/policy",
                object(at, "properties", properties),
                at),
            resource(
                "Microsoft.ApiManagement/service/policyFragments",
                SERVICE + "/policyFragments/f",
                object(at, "properties", properties),
                at));
    Estate estate = new Estate("e", false, resources, List.of(), List.of(), List.of());
    for (Call call : AccessGraph.of(estate).calls()) {
      Objects.requireNonNull(call.toString());
    }
  }

  private static Value.Obj object(Location at, String name, Value value) {
    return new Value.Obj(Properties.of(List.of(new Property(name, at, value))), Origin.at(at));
  }

  private static Resource resource(String type, String id, Value.Obj body, Location at) {
    return new Resource(
        ResourceType.of(type),
        "2024-05-01",
        new Value.Str(id, Origin.at(at)),
        new Value.Str(id.substring(SERVICE.length() - 1).replace("/", "-"), Origin.at(at)),
        new Value.Str("/subscriptions/s/resourceGroups/g", Origin.at(at)),
        Optional.empty(),
        body,
        false,
        at,
        DeploymentPath.of("e", Optional.empty()));
  }
}
