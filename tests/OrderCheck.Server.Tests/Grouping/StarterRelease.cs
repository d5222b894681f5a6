using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Releases;
using OrderCheck.Ledger.Releases;
using OrderCheck.Protocol.V1;
using OrderCheck.Server.Grouping;
using OrderCheck.Server.Identity;
using OrderCheck.Server.Tests.Encounters;
using OrderCheck.Server.Tests.Wire;
using Xunit;

namespace OrderCheck.Server.Tests.Grouping;

/// <summary>The grouping service on the project's own rules, without a wire.</summary>
internal static class StarterRelease
{
    public const string Scheme = "chs-drg-2.0";
    public const string Region = "示例市";

    private static readonly Lazy<RuleFolder> Folder = new(static () => RuleFolderReader.Read(RulesFolder.Path));
    private static readonly Lazy<ReleaseHolder> Holder = new(static () => With(1));

    public static ReleaseHolder Holding => Holder.Value;

    public static Release Release => Holding.Current!;

    /// <summary>A holder of the same rules under another number.</summary>
    public static ReleaseHolder With(long number)
    {
        var holder = new ReleaseHolder();
        holder.Swap(Build(number));
        return holder;
    }

    public static Release Build(long number)
    {
        var build = ReleaseBuilder.Build(Folder.Value, number);
        Assert.Empty(build.Faults);
        return build.Release!;
    }

    public static GroupingApi Api(ReleaseHolder? releases = null)
    {
        var hospitals = new DictionaryHolder();
        hospitals.Swap(HospitalDictionary.Empty(new Core.Hospitals.Hospital("H1", "第一医院", 3, null, TimeZoneInfo.Utc) { Region = Region }));
        return new GroupingApi(releases ?? Holding, hospitals, new GrouperPool(), TimeProvider.System);
    }

    /// <summary>A call of the insurance office of a hospital.</summary>
    /// <param name="hospital">H1 has a region, others are not known.</param>
    public static TestCall Call(CancellationToken cancellation, string hospital = "H1")
    {
        var call = new TestCall(DateTime.MaxValue, cancellation);
        CallIdentity.Set(call, new CallIdentity("k1", [], new Caller(hospital, Role.Officer, "", "")));
        return call;
    }

    /// <summary>A stroke with pneumonia, 62 years: BR2.</summary>
    public static CodedCase Stroke(string id = "c1") => new()
    {
        CaseId = id,
        Sex = Sex.Male,
        AgeYears = 62,
        Diagnoses = { "I63.900", "J18.900" },
        Scheme = Scheme,
    };

    /// <summary>An appendectomy with another procedure beside it.</summary>
    public static CodedCase Appendectomy(string id = "c2") => new()
    {
        CaseId = id,
        Sex = Sex.Female,
        AgeYears = 30,
        Diagnoses = { "K35.800x001" },
        Procedures = { "47.0100", "51.2300" },
        Scheme = Scheme,
    };
}
