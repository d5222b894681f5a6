using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;

namespace OrderCheck.Grains.Serialization;

/// <summary>How Core's records travel between silos. Not how they are stored: the ledger's bodies are protobuf.</summary>
internal static class DomainSerialization
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new MoneyConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { FactPolymorphism.Apply } },
    };

    public static IServiceCollection AddDomainSerialization(this IServiceCollection services)
    {
        services.AddSerializer(builder => builder.AddJsonSerializer(
            isSerializable: DomainTypes.Include,
            isCopyable: _ => false,
            configureOptions: options => options.Configure(json => json.SerializerOptions = Options)));
        return services.AddSingleton<IGeneralizedCopier, SameInstanceCopier>();
    }
}
