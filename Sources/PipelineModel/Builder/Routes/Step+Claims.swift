import Quantities

extension ScenarioPart where Part == Step {
  /// `takes:` how long it takes.
  public func takes(_ law: SpanLaw) -> Noted<Step> { setting(\.takes, law) }

  /// `uses:` borrows so many units while it lasts; each call adds a claim. Of people with these certificates, where some
  /// are named.
  public func uses(_ name: String, _ count: Int = 1, certified certificates: String...) -> Noted<Step> {
    changed { $0.uses.append(Claim(name, count, certified: certificates)) }
  }

  /// `consumes:` takes so many units from a stock when it starts; each call adds a claim.
  public func consumes(_ stock: String, _ count: Int = 1) -> Noted<Step> {
    changed { $0.consumes.append(Claim(stock, count)) }
  }

  /// `keeps:` goes on holding all units of this name that it uses, until a later step frees them.
  public func keeps(_ name: String) -> Noted<Step> { keeps(name, Claim.allThatTheStepUses) }

  /// `keeps:` goes on holding so many units until a later step frees them.
  public func keeps(_ name: String, _ count: Int) -> Noted<Step> {
    changed { $0.keeps.append(Claim(name, count)) }
  }

  /// `frees:` gives back at its end what an earlier step kept.
  public func frees(_ names: String...) -> Noted<Step> { changed { $0.frees += names } }

  /// `work:` open to the room or in a closed system; open work in a room of grade C needs a reason.
  public func work(_ work: AsepticWork, exceptional reason: String? = nil) -> Noted<Step> {
    changed {
      $0.work = work
      $0.exceptional = reason
    }
  }

  /// `process:` that has to be qualified when it starts.
  public func process(_ name: String) -> Noted<Step> { setting(\.process, name) }

  /// `requires:` entries that everybody who comes here has behind him.
  public func requires(_ entries: String...) -> Noted<Step> { changed { $0.requires += entries } }

  /// `hands on:` of an assay, the analysts' working time.
  public func handsOn(_ law: SpanLaw) -> Noted<Step> { setting(\.handsOn, law) }
}
