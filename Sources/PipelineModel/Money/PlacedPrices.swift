import Quantities

/// A price of a scenario and the path of its value.
public struct PlacedPrice: Hashable, Sendable {
  /// Where it stands: `facilities/lund-sus/rooms/grade-b/costs/year`.
  public var path: String
  /// The price as it is written.
  public var price: Money
}

extension Scenario {
  /// All prices, in the order of the file. Without one nothing about money is counted or reported.
  public var prices: [PlacedPrice] {
    var found: [PlacedPrice] = []
    func add(_ path: String, _ price: Money?) {
      if let price { found.append(PlacedPrice(path: path, price: price)) }
    }
    for facility in facilities {
      add("facilities/\(facility.name)/costs/year", facility.costs.year)
      for resource in facility.resources {
        let place = PlacedResource(facility: facility.name, resource: resource)
        for (key, price) in resource.costs.prices { add("\(place.path)/costs/\(key)", price) }
      }
    }
    for link in transport { add("transport/\(link.name)/costs/shipment", link.costs.shipment) }
    for stock in stocks { add("stocks/\(stock.name)/costs/unit", stock.costs.unit) }
    for product in products {
      for (step, path, _) in ProductView(product, onlyFacility: nil).steps {
        for item in step.costs {
          add("\(path)/costs" + (item.name.isEmpty ? "" : "/\(item.name)"), item.price)
        }
      }
    }
    for programme in training {
      add("training/\(programme.name)/costs/entrant", programme.costs.entrant)
      add("training/\(programme.name)/costs/student year", programme.costs.studentYear)
    }
    return found
  }
}
