using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Simulation;

/// <summary>
/// A hospital that does not exist: six departments, forty doctors and two hundred inpatients who are still there, made from
/// a release. The same release, seed and time make the same hospital, to the byte.
/// </summary>
public sealed record DemoHospital
{
    /// <summary>Open inpatients.</summary>
    public const int InpatientCount = 200;

    /// <summary>The seed of the demo server's hospital.</summary>
    public const int DefaultSeed = 20260301;

    /// <summary>fixmedins_code, of the form "H" + region + number; no hospital has this one.</summary>
    public const string Code = "H00000000001";

    public required Hospital Hospital { get; init; }

    /// <summary>What the hospital's dictionaries start with: the release's seed, who works there, and a price for every item without one.</summary>
    public required IReadOnlyList<RuleFile> DictionarySeed { get; init; }

    public required IReadOnlyList<SimulatedEncounter> Encounters { get; init; }

    /// <param name="now">Histories end before it.</param>
    /// <param name="firstNumber">Of the first patient; each patient's history depends on the seed and the own number only.</param>
    public static DemoHospital Create(Release release, int seed, DateTimeOffset now, int firstNumber = 1)
    {
        var hospital = new Hospital(Code, "示范医院", 3, "综合", Hospital.FindTimeZone(Hospital.DefaultTimeZoneId)) { Region = "示例市" };
        var today = hospital.TimeZone.Day(now);
        var dictionary = DictionaryBuilder.Build(hospital, 1, release.Dictionary.Files).Dictionary ?? HospitalDictionary.Empty(hospital);
        var prices = new SimulatedPrices(release, dictionary, today);
        var items = release.Catalogue.Codes.Order(StringComparer.Ordinal)
            .Select(code => release.Catalogue.FindItem(code, today))
            .OfType<CatalogueItem>();
        var ward = new SimulatedWard(new Formulary(release, today), prices, release.Codes, hospital.TimeZone, now);
        return new DemoHospital
        {
            Hospital = hospital,
            DictionarySeed = SimulatedDictionary.Complete(release.Dictionary, items, prices),
            Encounters = [.. Enumerable.Range(firstNumber, InpatientCount)
                .Select(number => new InpatientStory(ward, number, new SimulationRandom(seed, number)).Tell())],
        };
    }
}
