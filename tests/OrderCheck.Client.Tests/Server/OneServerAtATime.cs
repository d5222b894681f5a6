using OrderCheck.EndToEnd.Demo;
using Xunit;

namespace OrderCheck.Client.Tests.Server;

/// <summary>The tests that need a server share one, and none is started beside it: several at once are slow to start.</summary>
[CollectionDefinition(Name)]
public sealed class OneServerAtATime : ICollectionFixture<DemoServer>
{
    public const string Name = "one server at a time";
}
