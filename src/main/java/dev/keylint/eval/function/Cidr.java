package dev.keylint.eval.function;

import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// IP address ranges, version 4 and 6.
final class Cidr {
  static final List<PureFunction> FUNCTIONS =
      List.of(
          PureFunction.of("parseCidr", Signature.of(Kind.TEXT), Cidr::parseCidr),
          PureFunction.of(
              "cidrSubnet", Signature.of(Kind.TEXT, Kind.INT, Kind.INT), Cidr::cidrSubnet),
          PureFunction.of("cidrHost", Signature.of(Kind.TEXT, Kind.INT), Cidr::cidrHost));

  private Cidr() {}

  private static FunctionResult parseCidr(Arguments arguments) {
    Optional<Network> parsed = Network.parse(arguments.text(0));
    if (parsed.isEmpty()) {
      return unreadable(arguments);
    }
    Network network = parsed.orElseThrow();
    List<Property> members = new ArrayList<>();
    members.add(address(arguments, "network", network, network.address()));
    members.add(address(arguments, "netmask", network, network.netmask()));
    if (!network.version6()) {
      members.add(address(arguments, "broadcast", network, network.last()));
    }
    members.add(address(arguments, "firstUsable", network, network.firstUsable()));
    members.add(address(arguments, "lastUsable", network, network.lastUsable()));
    members.add(arguments.member("cidr", new Value.Int(network.prefix(), arguments.origin())));
    return arguments.object(members);
  }

  private static Property address(Arguments to, String name, Network network, BigInteger address) {
    return to.member(name, to.str(network.show(address)));
  }

  private static FunctionResult cidrSubnet(Arguments arguments) {
    Optional<Network> network = Network.parse(arguments.text(0));
    if (network.isEmpty()) {
      return unreadable(arguments);
    }
    long prefix = arguments.integer(1);
    long index = arguments.integer(2);
    int shortest = network.map(Network::prefix).orElseThrow();
    int longest = network.map(Network::bits).orElseThrow();
    if (prefix < shortest || prefix > longest) {
      return arguments.fail("wants a prefix of " + shortest + " to " + longest);
    }
    if (index < 0) {
      return arguments.fail("counts subnets from 0, got " + index);
    }
    return network
        .flatMap(known -> known.subnet((int) prefix, index))
        .map(subnet -> arguments.text(subnet.toString()))
        .orElseGet(() -> arguments.fail("finds no subnet " + index));
  }

  /// Host 0 is the first address after that of the network, in IPv6 too.
  private static FunctionResult cidrHost(Arguments arguments) {
    Optional<Network> parsed = Network.parse(arguments.text(0));
    if (parsed.isEmpty()) {
      return unreadable(arguments);
    }
    Network network = parsed.orElseThrow();
    long index = arguments.integer(1);
    BigInteger host = network.address().add(BigInteger.valueOf(index)).add(BigInteger.ONE);
    return index < 0 || host.compareTo(network.lastUsable()) > 0
        ? arguments.fail("finds no host " + index)
        : arguments.text(network.show(host));
  }

  private static FunctionResult unreadable(Arguments arguments) {
    return arguments.fail("can't read `" + arguments.shown(0) + "` as an IP address range");
  }
}
