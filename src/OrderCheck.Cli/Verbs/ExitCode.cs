namespace OrderCheck.Cli.Verbs;

/// <summary>What the tool's caller may rely on.</summary>
internal enum ExitCode
{
    /// <summary>Done, and nothing to report.</summary>
    Clean = 0,

    /// <summary>Done, and there are findings or differences.</summary>
    Findings = 1,

    /// <summary>The input is bad: file, line and column were printed.</summary>
    BadInput = 2,
}
