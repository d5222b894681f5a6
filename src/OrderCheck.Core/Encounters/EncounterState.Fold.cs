using System.Collections.Immutable;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Patients;

namespace OrderCheck.Core.Encounters;

public sealed partial class EncounterState
{
    /// <summary>A version in the making: shares the one it starts from and is thrown away when finished.</summary>
    private sealed class Fold(EncounterState from)
    {
        private readonly ImmutableDictionary<string, RecordedFact>.Builder _events = from.Events.ToBuilder();
        private readonly ImmutableDictionary<string, Refunded>.Builder _refunds = from.Refunds.ToBuilder();
        private ImmutableList<UncodedUse> _uncoded = from.Uncoded;
        private Dictionary<UseKey, ItemUses>? _uses;
        private Dictionary<string, DecisionKind>? _decisions;
        private ImmutableDictionary<string, PromiseGiven> _promises = from.Promises;

        /// <summary>Items charged since the costs that the new version may go on from were worked out.</summary>
        private readonly HashSet<UseKey> _charged = from._plannedCosts is null ? [.. from._chargedSince] : [];
        private OrderBook _orders = from.Orders;
        private Totals.Sum? _totals;
        private AwaitingJudgement _awaiting = from.Awaiting;
        private int _chargeLines = from.ChargeLines;
        private long _sequence = from.Sequence;
        private DateTimeOffset? _knownSince = from.KnownSince;
        private ChargedBefore? _chargedBefore = from.ChargedBeforeChange;
        private string? _insuranceTold = from.InsuranceTold;
        private bool _stayChanged;

        public void Add(RecordedFact recorded)
        {
            if (recorded.Sequence <= _sequence)
                throw new ArgumentException($"Entry {recorded.Sequence} of {from.Key} comes after entry {_sequence}.");
            _sequence = recorded.Sequence;
            _knownSince ??= recorded.RecordedAt;
            switch (recorded.Fact)
            {
                case EncounterFact: Add(recorded, recorded.Fact.Id); break;
                case OrderSigned signed: Add(signed); break;
                case OrderActed acted: _orders = _orders.With(acted); break;
                case OrderSuperseded superseded: _orders = _orders.With(superseded); break;
                case Charge charge: Add(charge); break;
                case DecisionRecorded decision: Add(decision, recorded.By); break;
                case LateJudged late: Add(late); break;
                default: throw new ArgumentException($"{recorded.Fact.GetType().Name} is not a kind of fact that this version knows.");
            }
        }

        private void Add(RecordedFact recorded, string id)
        {
            if (_events.TryGetValue(id, out var known) && known.Fact.Revision > recorded.Fact.Revision)
                return;
            _events[id] = recorded;
            _stayChanged = true;
            var (told, since) = recorded.Fact switch
            {
                Encounters.Admitted admitted => (admitted.Stay.InsuType, default),
                StayUpdated updated => (updated.Stay.InsuType, updated.OccurredAt),
                InsuranceChanged changed => (changed.InsuType, changed.EffectiveFrom),
                _ => (null, default(DateTimeOffset)),
            };
            if (told is null || told == _insuranceTold)
                return;
            if (recorded.Fact is not Encounters.Admitted)
                _chargedBefore = ChargedSince(since, isFirst: _insuranceTold is null);
            _insuranceTold = told;
        }

        /// <summary>What was charged before the change took effect stays the old payer's; the first payer that is known was it from the start.</summary>
        private ChargedBefore ChargedSince(DateTimeOffset effectiveFrom, bool isFirst)
        {
            if (isFirst)
                return new ChargedBefore(_chargeLines, _totals?.Total ?? from.Totals.Total, _chargeLines);
            var (lines, micros) = (0, 0L);
            foreach (var uses in (_uses ?? from._uses).Values)
            {
                foreach (ref readonly var use in uses.Span)
                {
                    if (use.At < effectiveFrom.UtcTicks)
                        continue;
                    lines++;
                    micros += use.AmountMicros;
                }
            }
            foreach (var use in _uncoded)
            {
                if (use.At < effectiveFrom.UtcTicks)
                    continue;
                lines++;
                micros += use.AmountMicros;
            }
            return new ChargedBefore(lines, Money.FromMicros(micros), _chargeLines);
        }

        private void Add(DecisionRecorded decision, Caller by)
        {
            _decisions ??= new Dictionary<string, DecisionKind>(from.Decisions, StringComparer.Ordinal);
            var who = decision.DecidedBy ?? (by.Person.Length > 0 ? by.Person : null);
            foreach (var key in decision.AlsoKeys.Prepend(decision.FindingKey))
            {
                _decisions[key] = decision.Kind;
                _promises = decision.Promise is { } promise
                    ? _promises.SetItem(key, new PromiseGiven(promise, who, decision.OccurredAt, decision.PromiseDue))
                    : _promises.Remove(key);
            }
        }

        private void Add(LateJudged late)
        {
            _awaiting = new AwaitingJudgement(_awaiting.OrderIds.Except(late.OrderIds), _awaiting.ChargeIds.Except(late.ChargeIds));
            foreach (var key in late.PromiseKeys)
            {
                if (_promises.TryGetValue(key, out var given))
                    _promises = _promises.SetItem(key, given with { Raised = true });
            }
        }

        private void Add(OrderSigned signed)
        {
            _orders = _orders.With(signed);
            var id = signed.Order.Id;
            _awaiting = _awaiting with { OrderIds = signed.Covered ? _awaiting.OrderIds.Remove(id) : _awaiting.OrderIds.Add(id) };
        }

        /// <summary>What was added is assumed: the ledger has it not yet.</summary>
        public EncounterState FinishAssumed()
        {
            _sequence = from.Sequence;
            return Finish();
        }

        public void Add(Charge charge)
        {
            (_totals ??= new Totals.Sum(from.Totals)).Add(charge);
            _chargeLines++;
            if (charge.Unjudged)
                _awaiting = _awaiting with { ChargeIds = _awaiting.ChargeIds.Add(charge.Id) };
            if (charge.RefundOf is { } original)
            {
                var before = _refunds.GetValueOrDefault(original);
                _refunds[original] = new Refunded(before.Quantity - charge.Quantity, before.Amount - charge.Amount);
            }
            if (charge.ItemCode is { } item)
                Use(new UseKey(charge.InfantNo, item), charge);
            else
                _uncoded = _uncoded.Add(new UncodedUse(UsedAt(charge).UtcTicks, charge.Amount.Micros));
        }

        /// <summary>A refund takes back what was used then.</summary>
        private static DateTimeOffset UsedAt(Charge charge) => charge.RefundOf is null ? charge.OccurredAt : charge.RefundedOccurredAt ?? charge.OccurredAt;

        private void Use(UseKey key, Charge charge)
        {
            var at = UsedAt(charge);
            // An order's id is kept once, as the order itself spells it.
            var orderId = charge.OrderId is { } id && _orders.Find(id) is { } order ? order.Order.Id : charge.OrderId;
            var use = new ItemUse(at.UtcTicks, from.TimeZone.DayNumber(at), charge.Quantity, charge.Amount.Micros, orderId);
            _uses ??= new Dictionary<UseKey, ItemUses>(from._uses);
            _charged.Add(key);
            var known = _uses.TryGetValue(key, out var uses) ? uses : ItemUses.None;
            _uses[key] = known.Add(use);
        }

        public EncounterState Finish()
        {
            var stay = _stayChanged ? StayFold.Read(_events.Values) : from.Stay;
            return Finish(stay, ReferenceEquals(stay, from.Stay) || PatientNaming.Same(stay, from.Stay) ? from.History : null);
        }

        private EncounterState Finish(Stay stay, PatientHistory? history)
        {
            // Kept for as long as the stay: room for twice as many would be kept, too.
            _decisions?.TrimExcess();
            return Made(stay, history);
        }

        private EncounterState Made(Stay stay, PatientHistory? history) => new(from.Key, from.TimeZone, _uses ?? from._uses)
        {
            Sequence = _sequence,
            KnownSince = _knownSince,
            Events = _events.ToImmutable(),
            Stay = stay,
            Orders = _orders,
            Totals = _totals?.Finish() ?? from.Totals,
            ChargeLines = _chargeLines,
            Decisions = _decisions ?? from.Decisions,
            Promises = _promises,
            Awaiting = _awaiting,
            Refunds = _refunds.ToImmutable(),
            Uncoded = _uncoded,
            History = history,
            ChargedBeforeChange = _chargedBefore,
            InsuranceTold = _insuranceTold,
            // Charges change nothing of what orders plan.
            _plan = ReferenceEquals(_orders, from.Orders) ? from._plan : null,
            _earlierCosts = from._plannedCosts ?? from._earlierCosts,
            _chargedSince = _charged,
        };
    }
}
