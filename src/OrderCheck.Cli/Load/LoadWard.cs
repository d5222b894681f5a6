using Google.Protobuf.WellKnownTypes;
using OrderCheck.Cli.Simulation;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Simulation;
using OrderCheck.Ledger.Wire;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Cli.Load;

/// <summary>
/// The inpatients of a measurement: histories as <c>simulate</c> tells them, gone on with until each has the same number of
/// charges, and the orders that are checked for them. The same release, time and numbers make the same ward.
/// </summary>
internal sealed class LoadWard
{
    /// <summary>Of the hospital's inpatients; the others are for the warm-up.</summary>
    public const int MostPatients = DemoHospital.InpatientCount - PatientsOfTheWarmUp;

    private const int PatientsOfTheWarmUp = 10;
    private const int LinesOfAPost = 20;
    private const int ItemsOfAPatient = 60;
    private const string DefaultUnit = "次";

    /// <summary>Neighbours in the code table have the same limit; a prime far apart shows all of them.</summary>
    private const int Stride = 1009;
    private readonly Release _release;
    private readonly DateOnly _today;
    private readonly DateTimeOffset _now;
    private readonly IReadOnlyList<string> _limited;
    private readonly IReadOnlyList<Core.Charges.Charge> _others;

    /// <param name="first">Number of the first patient.</param>
    /// <param name="charges">Of each encounter.</param>
    public LoadWard(Release release, DateTimeOffset now, int first, int encounters, int charges)
    {
        (_release, _now) = (release, now);
        Hospital = DemoHospital.Create(release, DemoHospital.DefaultSeed, now, first);
        _today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Hospital.Hospital.TimeZone).DateTime);
        _limited = [.. release.Catalogue.Codes
            .Where(code => HasLimit(release, code))
            .Order(StringComparer.Ordinal)];
        _others = [.. Hospital.Encounters.SelectMany(Billed).Where(charge => charge is { RefundOf: null, InfantNo: null }).DistinctBy(charge => charge.ItemCode)];
        Patients = [.. Hospital.Encounters.Take(encounters).Select((encounter, index) => Patient(encounter, index, charges))];
        ForWarmUp = [.. Hospital.Encounters.TakeLast(PatientsOfTheWarmUp).Select((encounter, index) => Patient(encounter, MostPatients + index, charges))];
    }

    public DemoHospital Hospital { get; }

    public IReadOnlyList<LoadPatient> Patients { get; }

    /// <summary>Charged before anything is measured, so that the others keep their number of charges.</summary>
    public IReadOnlyList<LoadPatient> ForWarmUp { get; }

    /// <summary>Rows for every item are no limit of this one.</summary>
    private static bool HasLimit(Release release, string code)
    {
        foreach (var candidate in release.CandidatesFor(code))
        {
            if (candidate.Row.ItemCode.Length > 0)
                return true;
        }
        return false;
    }

    private LoadPatient Patient(SimulatedEncounter encounter, int index, int charges)
    {
        var billed = Billed(encounter).ToList();
        var own = billed.Where(charge => charge is { RefundOf: null, InfantNo: null }).ToList();
        var more = Later(own, encounter, charges - billed.Count).Chunk(LinesOfAPost).Select((lines, number) => new SimulatedWrite($"load-{number}", lines));
        var history = encounter.Writes.Concat(more).Select(write => WireRequest.Of(encounter.VisitNumber, write)).ToList();
        var lines = own.Concat(_others).DistinctBy(charge => charge.ItemCode).Take(LinesOfAPost).Select(FactWriter.Charge).ToList();
        return new LoadPatient(encounter.VisitNumber, history, Orders(encounter, own, index, 5), Orders(encounter, own, index, 50), lines);
    }

    /// <summary>The rest of the charges: about sixty items, the patient's own and others', over two weeks up to yesterday.</summary>
    private IEnumerable<Core.Charges.Charge> Later(List<Core.Charges.Charge> own, SimulatedEncounter encounter, int count)
    {
        var items = own.Concat(_others).DistinctBy(charge => charge.ItemCode).Take(ItemsOfAPatient).ToList();
        var from = _now - TimeSpan.FromDays(15);
        for (var number = 0; number < count; number++)
        {
            yield return items[number % items.Count] with
            {
                Id = $"load-{number}",
                OrderId = null,
                OrderingDoctor = own[0].OrderingDoctor,
                OccurredAt = from + (TimeSpan.FromDays(14) * number / count),
            };
        }
    }

    private static IEnumerable<Core.Charges.Charge> Billed(SimulatedEncounter encounter) =>
        encounter.Writes.SelectMany(write => write.Facts).OfType<Core.Charges.Charge>();

    /// <summary>Four of five are items that the patient has had; the fifth has a limit and may be found.</summary>
    private CheckOrdersRequest Orders(SimulatedEncounter encounter, List<Core.Charges.Charge> own, int index, int count)
    {
        // Bed and nursing come with the midnight batch; nobody orders them anew every day.
        var usual = own.Concat(_others).Where(charge => !charge.Automatic).Select(charge => charge.ItemCode).OfType<string>().Distinct().Take(ItemsOfAPatient).ToList();
        var request = new CheckOrdersRequest { Encounter = new EncounterRef { VisitNumber = encounter.VisitNumber } };
        for (var number = 0; number < count; number++)
        {
            var code = number % 5 == 4 && _limited.Count > 0
                ? _limited[(((index * count) + number) * Stride) % _limited.Count]
                : usual[number % usual.Count];
            if (_release.Catalogue.FindItem(code, _today) is { } item)
                request.Orders.Add(Order(item, $"L{number}"));
        }
        return request;
    }

    private Order Order(CatalogueItem item, string id) => new()
    {
        Id = id,
        Kind = item.Kind switch { "药品" => OrderKind.Drug, "耗材" => OrderKind.Consumable, _ => OrderKind.Service },
        ItemCode = item.Code,
        ItemName = item.Name,
        Quantity = new Amount { Value = "1", Unit = item.Unit ?? DefaultUnit },
        StartAt = Timestamp.FromDateTimeOffset(_now),
        Department = "A03",
        Doctor = "D01",
    };
}
