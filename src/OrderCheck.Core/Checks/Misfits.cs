namespace OrderCheck.Core.Checks;

/// <summary>What does not fit, gathered into one text for the reader.</summary>
internal sealed class Misfits
{
    private const int MostTold = 5;

    private readonly List<string> _told = [];
    private bool _unknown;

    public void Add(string misfit) => _told.Add(misfit);

    public void AddIf(bool wrong, string misfit)
    {
        if (wrong)
            _told.Add(misfit);
    }

    /// <summary>Something could not be compared.</summary>
    public void CannotTell() => _unknown = true;

    /// <summary>"" where all fits; null where all that was compared fits, and something could not be.</summary>
    public string? Text => _told.Count == 0 ? _unknown ? null : ""
        : _told.Count <= MostTold ? string.Join('；', _told)
        : $"{string.Join('；', _told.Take(MostTold))}等{_told.Count}处";
}
