using System.Collections.Immutable;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Patients;

namespace OrderCheck.Core.Tests.Histories;

/// <summary>A patient of a <see cref="Book"/>: what happened, and what is ordered and charged now.</summary>
/// <param name="About">What the history is about, for whoever reads a failure.</param>
/// <param name="Facts">In the order in which they were told.</param>
/// <param name="Elsewhere">The other encounters; null where nobody knows of any.</param>
internal sealed record History(
    Book Book, string About, ImmutableList<Fact> Facts, StaySummary? Elsewhere, ImmutableArray<Order> Asked, ImmutableArray<Charge> Charging)
{
    public static readonly DateOnly FirstDay = new(2026, 11, 2);

    private static readonly Caller His = new(Book.Hospital.Code, Role.His, "", "");

    private static readonly DateTimeOffset Now = Day(5, 12);

    /// <summary>Day 1 is a Monday.</summary>
    public static DateTimeOffset Day(int day, int hour = 10, int minute = 0) =>
        new DateTimeOffset(FirstDay.Year, FirstDay.Month, FirstDay.Day, hour, minute, 0, TimeSpan.FromHours(8)).AddDays(day - 1);

    public History Then(params IEnumerable<Fact> facts) => this with { Facts = Facts.AddRange(facts) };

    public CheckAnswer Ordering(Book book) =>
        Evaluator.CheckOrders("check", book.Release, book.Dictionary, State, new CheckRequest(Asked, Stage.Order, int.MaxValue), Now);

    public CheckAnswer Ordering() => Ordering(Book);

    public CheckAnswer Charged(Book book) => Evaluator.JudgeCharges("check", book.Release, book.Dictionary, State, Charging, Now, int.MaxValue);

    public CheckAnswer Charged() => Charged(Book);

    public CheckAnswer Audited(Stage stage, Book book) =>
        Evaluator.AuditEncounter("check", book.Release, book.Dictionary, State, Recorded, new CheckRequest([], stage, int.MaxValue), Now.AddDays(stage == Stage.Registration ? -4 : 9));

    public CheckAnswer Audited(Stage stage) => Audited(stage, Book);

    public IEnumerable<CheckAnswer> Answers() => [Ordering(), Charged(), Audited(Stage.Registration), Audited(Stage.Discharge)];

    public override string ToString() => string.Join(
        '\n',
        [
            About, .. Facts.Select(Said), Elsewhere is null ? "其他就诊不详" : "其他就诊：" + string.Join('，', Elsewhere.Uses.Select(use => $"{use.ItemCode}×{use.Quantity}@{use.Day}")),
            .. Asked.Select(order => "现在开立 " + Said(order)), .. Charging.Select(charge => "现在收费 " + Said(charge)),
        ]);

    private EncounterState State =>
        EncounterState.Empty(new EncounterKey(Book.Hospital.Code, "V1"), Book.Hospital.TimeZone).Apply(Recorded)
            .WithHistory(Elsewhere is null ? null : PatientHistory.Of(new PatientEncounters(2, [Elsewhere, .. Often(Elsewhere)])));

    private IReadOnlyList<RecordedFact> Recorded => [.. Facts.Select((fact, place) => new RecordedFact(place + 1, fact, fact.OccurredAt, His))];

    private static string Said(Fact fact) => fact switch
    {
        OrderSigned signed => "开立 " + Said(signed.Order),
        Charge charge => "收费 " + Said(charge),
        _ => $"{fact.OccurredAt:MM-dd HH:mm} {fact}",
    };

    private static string Said(Charge charge) =>
        $"{charge.Id} {charge.ItemCode} ×{charge.Quantity} {charge.Amount} {charge.OccurredAt:MM-dd HH:mm} 医嘱{charge.OrderId} 退{charge.RefundOf} 新生儿{charge.InfantNo}";

    private static string Said(Order order) =>
        $"{order.Id} {order.ItemCode} {order.Kind} 剂量{order.Dose} 数量{order.Quantity} {order.Route} {order.Frequency} {order.Days}天 {order.StartAt:MM-dd HH:mm} "
        + $"{(order.LongTerm ? "长期" : "")}{(order.SkinTest ? "皮试" : "")}{(order.DischargeMedication ? "带药" : "")} 处方{order.PrescriptionNumber} 组{order.GroupNumber} {order.Department}{order.Doctor} 新生儿{order.InfantNo}";

    /// <summary>Who was here without anything charged was here every month.</summary>
    private static IEnumerable<StaySummary> Often(StaySummary last) => last.Uses.Count > 0 ? [] : Enumerable.Range(1, 4).Select(month => last with
    {
        Stay = last.Stay with
        {
            Number = last.Stay.Number + month,
            Key = last.Stay.Key with { VisitNumber = $"{last.Stay.Key.VisitNumber}-{month}" },
            AdmittedAt = last.Stay.AdmittedAt?.AddDays(-30 * month),
            DischargedAt = last.Stay.DischargedAt?.AddDays(-30 * month),
        },
    });
}
