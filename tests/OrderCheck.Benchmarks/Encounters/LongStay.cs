using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Simulation;
using OrderCheck.Ledger.Wire;

namespace OrderCheck.Benchmarks.Encounters;

/// <summary>
/// The stay that memory is planned for: 14 days, 60 items, 30 active orders, 20 decisions, and as many charges as are asked
/// for, as the bytes that lie in the ledger.
/// </summary>
internal static class LongStay
{
    public const string Hospital = DemoHospital.Code;
    private const int Items = 60;
    private const int Orders = 30;
    private const int Decisions = 20;
    private static readonly TimeSpan Stay = TimeSpan.FromDays(14);
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 9, 30, 0, TimeSpan.FromHours(8));
    private static readonly Caller By = new(Hospital, Role.His, "A03", "D01");

    public static IReadOnlyList<Fact> Facts(Release release, int charges)
    {
        var demo = DemoHospital.Create(release, DemoHospital.DefaultSeed, Now);
        var admission = demo.Encounters[0].Writes[0].Facts;
        var billed = demo.Encounters.SelectMany(encounter => encounter.Writes).SelectMany(write => write.Facts).OfType<Charge>()
            .Where(charge => charge is { RefundOf: null, InfantNo: null }).DistinctBy(charge => charge.ItemCode).Take(Items).ToList();
        return
        [
            .. admission,
            .. Enumerable.Range(0, Orders).Select(number => Signed(billed[number], number)),
            .. Enumerable.Range(0, charges).Select(number => billed[number % Items] with
            {
                Id = $"F20260306{number:000000}",
                OrderId = number % Items < Orders ? OrderId(number % Items) : null,
                OccurredAt = Now - Stay + (Stay * number / charges),
                Unjudged = false,
            }),
            .. Enumerable.Range(0, Decisions).Select(Decided),
        ];
    }

    public static IReadOnlyList<byte[]> Bodies(Release release, int charges)
    {
        var codec = new EntryCodec();
        return [.. Facts(release, charges).Select(fact => codec.Encode(fact, By, Now))];
    }

    private static string OrderId(int number) => $"YZ20260306{number:0000}";

    private static OrderSigned Signed(Charge billed, int number)
    {
        var order = new Order
        {
            Id = OrderId(number),
            Kind = OrderKind.Drug,
            ItemCode = billed.ItemCode,
            ItemName = billed.ItemName,
            LongTerm = true,
            Frequency = "qd",
            Route = "po",
            Quantity = new Quantity(1, billed.Unit ?? "次"),
            StartAt = Now - Stay,
            Department = "A03",
            Doctor = "D01",
        };
        return new OrderSigned(order, $"01a21e1b-b991-71ef-855f-3de54b08{number:0000}", Covered: true) { Id = order.Id, OccurredAt = order.StartAt };
    }

    private static DecisionRecorded Decided(int number) =>
        new($"01a21e1b-b991-71ef-855f-3de54b08{number:0000}", $"f9ed9b8831c62475313ba31c9661{number:0000}", DecisionKind.MeetsLimit, "病情需要", Consent: false)
        {
            Id = $"D{number}",
            OccurredAt = Now,
        };
}
