#if RUN_CHECKS
  /// What an audit saw of a patient's row when it last looked.
  struct PatientShadow {
    var isInSystem = false
    var owner = Owner.none
    var product = 0
    var since: Int64 = 0
  }

  extension PipelineRun {
    /// Who has come and neither ended the route nor been lost is in the system.
    func lookAtPatient(_ row: Int, _ now: Int64) {
      while audit.patients.count <= row { audit.patients.append(PatientShadow()) }
      let patient = patients[row]
      let isInSystem = patient.isInUse && patient.token >= 0
      let owner = Owner.patient(source: patient.source, number: patient.number)
      let shadow = audit.patients[row]
      if shadow.isInSystem, !isInSystem || shadow.owner != owner {
        audit.inSystem.leave(shadow.product, since: shadow.since, now: now)
        audit.patients[row].isInSystem = false
      }
      guard isInSystem else { return }
      if !audit.patients[row].isInSystem {
        let product = Int(tables.variants[Int(patient.variant)].product)
        audit.patients[row] = PatientShadow(isInSystem: true, owner: owner, product: product, since: now)
        audit.inSystem.enter(product)
        audit.book.equal(
          max(0, patient.arrived.ticks), now, "instant of arrival = instant of the first sight",
          of: "\(owner)")
      }
      let token = tokens[patient.token]
      audit.book.equal(
        token.state != .free && token.patient == Int32(row) && token.parent < 0 ? 1 : 0, 1,
        "main ways of a patient in the system = 1", of: "\(owner)")
    }
  }
#endif
