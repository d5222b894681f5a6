using System.Globalization;
using OrderCheck.Core.Grouping;
using OrderCheck.Core.Grouping.Profiles;
using OrderCheck.Core.Rules;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Grouping;

/// <summary>The schemes and profiles of a release as a message.</summary>
internal static class SchemeList
{
    public static Proto.ListSchemesAnswer Write(Release release) => new()
    {
        Schemes = { release.Grouping.Schemes.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => Scheme(pair.Key, pair.Value)) },
        Profiles = { release.Grouping.Choices.Select(Profile) },
        ReleaseNumber = release.Number,
    };

    private static Proto.Scheme Scheme(string id, GroupingScheme scheme) => new()
    {
        Id = id,
        Name = scheme.Name,
        Version = scheme.Version,
        Sources = { scheme.Sources },
        Switches = { ReasonsWriter.Settings(scheme) },
        // Several rows can lead to one code.
        Mdcs = scheme.Mdcs.Select(static mdc => mdc.Code).Distinct().Count(),
        Adrgs = scheme.Mdcs.SelectMany(static mdc => mdc.Adrgs).Select(static adrg => adrg.Code).Distinct().Count(),
        Drgs = scheme.Mdcs.SelectMany(static mdc => mdc.Adrgs).SelectMany(static adrg => adrg.Drgs).Select(static drg => drg.Code).Distinct().Count(),
    };

    private static Proto.SchemeProfile Profile(SchemeChoice choice) => new()
    {
        Region = choice.Region,
        Insurance = choice.Insurance,
        Scheme = choice.Scheme,
        ValidFrom = Day(choice.From),
        ValidTo = choice.To is { } last ? Day(last) : "",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
