using Xunit;

namespace OrderCheck.EndToEnd.Servers;

[CollectionDefinition(Name)]
public sealed class SharedServerCollection : ICollectionFixture<SharedServer>
{
    public const string Name = "one server";
}
