using Xunit;

namespace OrderCheck.EndToEnd.OpenApi;

[CollectionDefinition(Name)]
public sealed class OpenApiCollection : ICollectionFixture<OpenApiServer>
{
    public const string Name = "a demo server with its OpenAPI document";
}
