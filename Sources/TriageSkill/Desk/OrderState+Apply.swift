extension OrderState {
  /// Changes the state by an event that ``OrderBook`` has let through.
  mutating func apply(_ event: OrderEvent, clock: DeskClock) {
    if event.at < last { clockWentBack = true } else { last = event.at }
    switch event.kind {
    case .filed, .merged, .unmerged: break
    case .assigned(let lead, let limit):
      respondedAt = respondedAt ?? event.at
      hand(to: lead, limit: limit, event, clock: clock)
    case .returned(let reason):
      respondedAt = respondedAt ?? event.at
      status = .returned
      returns += 1
      note(event, reason: reason)
    case .reassigned(let lead, let reason, let limit):
      respondedAt = respondedAt ?? event.at
      hand(to: lead, limit: limit, event, reason: reason, clock: clock)
    case .paused(let reason):
      respondedAt = respondedAt ?? event.at
      pausedSince = event.at
      note(event, reason: reason)
    case .resumed:
      if let since = pausedSince {
        clock.pause(&respond, from: since, to: event.at)
        clock.pause(&feedback, from: since, to: event.at)
        clock.pause(&close, from: since, to: event.at)
      }
      pausedSince = nil
      note(event)
    case .extended(let limit, let reason):
      if event.at > close.moment { wasExtendedLate = true }
      extensions += 1
      clock.extend(&close, by: limit)
      note(event, reason: reason)
    case .replied:
      respondedAt = respondedAt ?? event.at
      repliedAt = repliedAt ?? event.at
      status = .replied
      note(event)
    case .closed(let result):
      respondedAt = respondedAt ?? event.at
      closedAt = event.at
      self.result = result
      status = .closed
      note(event, reason: result)
    case .reopened(let reason):
      closedAt = nil
      result = nil
      rating = nil
      ratingComment = nil
      status = .assigned
      reopenings += 1
      // The same limit begins anew: what was promised before has been kept or broken.
      restart(from: event.at, clock: clock)
      note(event, reason: reason)
    case .rated(let score, let comment):
      rating = score
      ratingComment = comment
    }
  }

  private mutating func hand(
    to lead: String, limit: TimeLimit?, _ event: OrderEvent, reason: String? = nil, clock: DeskClock
  ) {
    owner = lead
    status = .assigned
    if let limit, limit != self.limit {
      // Another matter, another limit: it counts from receipt, as the citizen does.
      self.limit = limit
      restart(from: filed.received, clock: clock)
    }
    note(event, reason: reason)
  }

  private mutating func restart(from moment: Moment, clock: DeskClock) {
    let deadlines = clock.deadlines(received: moment, limit: limit, urgency: filed.urgency)
    close = clock.due(at: deadlines.close, from: moment, limit: limit, urgency: filed.urgency)
  }

  private mutating func note(_ event: OrderEvent, reason: String? = nil) {
    history.append(
      Step(at: event.at, by: event.by, event: event.kind.name, owner: owner, reason: reason))
  }
}
