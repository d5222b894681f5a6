namespace OrderCheck.Core.Rules;

/// <param name="Release">Null if there is any fault.</param>
/// <param name="Faults">All that were found, by file, line and column.</param>
public sealed record ReleaseBuild(Release? Release, IReadOnlyList<Fault> Faults);
