using System.Security.Cryptography;
using System.Text;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Installation;
using OrderCheck.Ledger.Tests.Places;
using OrderCheck.Tests;
using Xunit;

namespace OrderCheck.Ledger.Tests.Contract;

/// <summary>Hospitals, dictionaries, keys, settings and erasable identities.</summary>
public abstract class InstallationContract(Func<StorePlace> makePlace) : StoreContract(makePlace)
{
    private static readonly HospitalRow Hospital = new("H31010400001", "示范医院", 3, "综合医院", "Asia/Shanghai", "示例市");
    private static readonly PatientIdentity Patient = new("H31010400001", "PATIENT-6630", "张三试验", "310101000000000001");

    static InstallationContract() => TestPatients.Add(Patient.Name!, Patient.PersonNumber!, Patient.PatientNumber);

    private IInstallationStore Installation => Store.Installation;

    [Fact]
    public async Task A_hospital_put_again_replaces_the_one_of_its_code()
    {
        var second = new HospitalRow("H31010400000", "社区卫生服务中心", 1, "基层", "Asia/Shanghai", "");
        await Installation.PutHospitalAsync(Hospital with { Level = 2 }, Cancellation);
        await Installation.PutHospitalAsync(second, Cancellation);
        await Installation.PutHospitalAsync(Hospital, Cancellation);
        Assert.Equal([second, Hospital], await Installation.ListHospitalsAsync(Cancellation));
    }

    [Fact]
    public async Task A_dictionary_stream_grows_and_never_changes()
    {
        var row = new DictionaryRow(Hospital.Code, 1, "prices", "item_code,unit\n1,次\n", Units.Morning);
        Assert.True(await Installation.AppendDictionaryAsync(row, Cancellation));
        Assert.True(await Installation.AppendDictionaryAsync(row with { Kind = "units" }, Cancellation));
        Assert.True(await Installation.AppendDictionaryAsync(row with { Number = 2 }, Cancellation));
        Assert.True(await Installation.AppendDictionaryAsync(row with { Hospital = "H2" }, Cancellation));
        Assert.False(await Installation.AppendDictionaryAsync(row with { Csv = "other" }, Cancellation));
        var stream = await Installation.ListDictionaryAsync(Hospital.Code, 0, Cancellation);
        Assert.Equal([row, row with { Kind = "units" }, row with { Number = 2 }], stream);
        Assert.Equal([row with { Number = 2 }], await Installation.ListDictionaryAsync(Hospital.Code, 1, Cancellation));
    }

    [Fact]
    public async Task A_key_is_found_by_its_lookup_value_and_revoked_once()
    {
        var key = Key("k1");
        await Installation.PutApiKeyAsync(key, Cancellation);
        await Installation.PutApiKeyAsync(Key("k2") with { CreatedAt = Units.Morning.AddDays(-1) }, Cancellation);
        var found = await Installation.FindApiKeyAsync(key.Lookup, Cancellation);
        Assert.Equal("k1", found!.KeyId);
        Assert.Equal(key.Salt.ToArray(), found.Salt.ToArray());
        Assert.Equal(key.Hash.ToArray(), found.Hash.ToArray());
        Assert.Equal(["H1", "H2"], found.Hospitals);
        Assert.Equal([Role.His, Role.Officer], found.Roles);
        Assert.Equal("门诊 HIS", found.Note);
        Assert.Equal(Units.Morning, found.CreatedAt);
        Assert.Null(found.RevokedAt);
        Assert.Null(await Installation.FindApiKeyAsync(new byte[32], Cancellation));
        Assert.True(await Installation.RevokeApiKeyAsync("k1", Units.Morning.AddHours(1), Cancellation));
        Assert.False(await Installation.RevokeApiKeyAsync("k1", Units.Morning.AddHours(2), Cancellation));
        Assert.False(await Installation.RevokeApiKeyAsync("k3", Units.Morning, Cancellation));
        Assert.Equal(Units.Morning.AddHours(1), (await Installation.FindApiKeyAsync(key.Lookup, Cancellation))!.RevokedAt);
        Assert.Equal(["k2", "k1"], (await Installation.ListApiKeysAsync(Cancellation)).Select(row => row.KeyId));
    }

    [Fact]
    public async Task A_setting_is_kept_and_the_first_of_two_silos_decides_its_start_value()
    {
        Assert.Null(await Installation.GetSettingAsync("start", Cancellation));
        await Installation.PutSettingAsync("start", "1", Cancellation);
        await Installation.PutSettingAsync("start", "2", Cancellation);
        Assert.Equal("2", await Installation.GetSettingAsync("start", Cancellation));
        var second = await Place.OpenAsync();
        var values = await Task.WhenAll(
            Installation.GetOrAddSettingAsync("pepper", "left", Cancellation),
            second.Installation.GetOrAddSettingAsync("pepper", "right", Cancellation));
        Assert.Equal(values[0], values[1]);
        Assert.Equal(values[0], await Installation.GetOrAddSettingAsync("pepper", "later", Cancellation));
    }

    [Fact]
    public async Task An_identity_is_kept_and_replaced_and_belongs_to_its_hospital()
    {
        await Installation.PutPatientAsync(Patient with { Name = "无名氏" }, Cancellation);
        await Installation.PutPatientAsync(Patient, Cancellation);
        Assert.Equal(Patient, await Installation.FindPatientAsync(Patient.Hospital, Patient.PatientNumber, Cancellation));
        Assert.Null(await Installation.FindPatientAsync("H2", Patient.PatientNumber, Cancellation));
    }

    [Fact]
    public async Task A_nonce_opens_once_on_whichever_process_until_it_is_too_old_for_anything()
    {
        var second = await Place.OpenAsync();
        var longAgo = Units.Morning.AddMinutes(-10);
        Assert.True(await Installation.UseNonceAsync("his-1", "n1", Units.Morning, longAgo));
        Assert.False(await Installation.UseNonceAsync("his-1", "n1", Units.Morning.AddMinutes(1), longAgo));
        Assert.False(await second.Installation.UseNonceAsync("his-1", "n1", Units.Morning.AddMinutes(2), longAgo));
        Assert.True(await second.Installation.UseNonceAsync("his-2", "n1", Units.Morning, longAgo));
        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
            (n % 2 == 0 ? Installation : second.Installation).UseNonceAsync("his-1", "n2", Units.Morning, longAgo)));
        Assert.Single(together, static first => first);
        Assert.True(await Installation.UseNonceAsync("his-1", "n1", Units.Morning.AddMinutes(20), Units.Morning.AddMinutes(10)));
    }

    [Fact]
    public async Task An_erased_identity_is_gone_and_so_is_its_key()
    {
        await Installation.PutPatientAsync(Patient, Cancellation);
        Assert.True(await Installation.ErasePatientAsync(Patient.Hospital, Patient.PatientNumber, Cancellation));
        Assert.False(await Installation.ErasePatientAsync(Patient.Hospital, Patient.PatientNumber, Cancellation));
        Assert.Null(await Installation.FindPatientAsync(Patient.Hospital, Patient.PatientNumber, Cancellation));
        Assert.Empty(await Place.QueryInstallationAsync("SELECT secret FROM patient_key", row => 0));
        Assert.Empty(await Place.QueryInstallationAsync("SELECT sealed FROM patient", row => 0));
    }

    [Fact]
    public async Task A_stored_identity_cannot_be_read_without_its_key()
    {
        await Installation.PutPatientAsync(Patient, Cancellation);
        var stored = Assert.Single(await Place.QueryInstallationAsync("SELECT sealed FROM patient", row => row.GetFieldValue<byte[]>(0)));
        Assert.Equal(-1, stored.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Patient.PersonNumber!)));
        Assert.ThrowsAny<CryptographicException>(() => PatientSeal.Open(PatientSeal.NewKey(), stored, Patient.Hospital, Patient.PatientNumber));
        Assert.DoesNotContain(Patient.Name!, Patient.ToString(), StringComparison.Ordinal);
    }

    private static ApiKeyRow Key(string id) => new()
    {
        KeyId = id,
        Lookup = SHA256.HashData(Encoding.UTF8.GetBytes(id)),
        Salt = new byte[] { 1, 2, 3 },
        Hash = new byte[] { 4, 5, 6 },
        Hospitals = ["H1", "H2"],
        Roles = [Role.His, Role.Officer],
        Note = "门诊 HIS",
        CreatedAt = Units.Morning,
    };
}
