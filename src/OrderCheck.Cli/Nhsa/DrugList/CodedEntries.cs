namespace OrderCheck.Cli.Nhsa.DrugList;

/// <summary>
/// The drug codes that each entry means. Where several entries of one list fit a code, the one with the most exact name means
/// it; what is named as a product in an agreement is not meant by its substance, too.
/// </summary>
internal static class CodedEntries
{
    public static IReadOnlyList<(DrugListEntry Entry, IReadOnlyList<string> Codes)> Of(IReadOnlyList<DrugListEntry> entries, DrugNames names)
    {
        var fits = entries.Select(entry => (Entry: entry, Codes: names.CodesOf(entry))).ToList();
        var agreed = fits.Where(fit => fit.Entry.IsAgreement).SelectMany(fit => fit.Codes.Select(hit => (hit.Code, fit.Entry.Edition))).ToHashSet();
        var most = new Dictionary<(string, DrugListPart, int), int>();
        foreach (var (entry, codes) in fits)
        {
            foreach (var (code, exactness) in codes)
                most[(code, entry.Part, entry.Edition)] = Math.Max(exactness, most.GetValueOrDefault((code, entry.Part, entry.Edition)));
        }
        return
        [
            .. fits.Select(fit => (fit.Entry, (IReadOnlyList<string>)
                [.. fit.Codes.Where(hit => most[(hit.Code, fit.Entry.Part, fit.Entry.Edition)] == hit.Exactness && (fit.Entry.IsAgreement || !agreed.Contains((hit.Code, fit.Entry.Edition)))).Select(hit => hit.Code)])),
        ];
    }
}
