using Xunit;

namespace OrderCheck.EndToEnd.Servers;

/// <summary>Tests of how long an answer takes: nothing else runs beside them, or they would measure their neighbours.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAtATime
{
    public const string Name = "one at a time";
}
