import Foundation

/// The sine of an angle in radians.
func sine(_ angle: Double) -> Double { sin(angle) }

/// The exponential variate of mean 1 of a uniform, as GSL defines it: −log1p(−u).
func exponentialVariate(_ uniform: Double) -> Double { -log1p(-uniform) }
