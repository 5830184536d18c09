package dev.keylint.live;

/// Reads every page of a list of a subscription.
@FunctionalInterface
interface UnitReading {
  void of(ArmConnection arm, String subscription);
}
