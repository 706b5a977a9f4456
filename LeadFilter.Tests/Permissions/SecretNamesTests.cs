using LeadFilter.Core.Permissions;

namespace LeadFilter.Tests.Permissions;

[TestClass]
public sealed class SecretNamesTests
{
    [TestMethod]
    [DataRow("LEADFILTER_SECRET_CRM")]
    [DataRow("leadfilter_secret_crm")]
    public void A_name_with_the_prefix_needs_no_setting(string name) => Assert.IsTrue(SecretNames.Default.Allows(name));

    [TestMethod]
    [DataRow("CRM_SECRET")]
    [DataRow("PATH")]
    [DataRow("AWS_SECRET_ACCESS_KEY")]
    [DataRow("LEADFILTER_SECRET_")]
    [DataRow("Kestrel:Certificates:Default:Password")]
    public void No_other_name_is_allowed_without_a_setting(string name) => Assert.IsFalse(SecretNames.Default.Allows(name));

    [TestMethod]
    [DataRow("CRM_SECRET", true)]
    [DataRow("crm_secret", true)]
    [DataRow("CRM_SECRETS", false)]
    [DataRow("PHONE_KEY", true)]
    [DataRow("PHONE_", true)]
    [DataRow("PHON", false)]
    [DataRow("LEADFILTER_SECRET_X", true)]
    public void The_operator_lists_names_and_beginnings(string name, bool allowed)
    {
        Assert.IsTrue(SecretNames.TryParse("CRM_SECRET, PHONE_*\nLEADFILTER_SECRET_*", out var names));
        Assert.AreEqual(allowed, names.Allows(name));
    }

    [TestMethod]
    [DataRow("LEADFILTER_ADMIN_KEY")]
    [DataRow("leadfilter_admin_key")]
    [DataRow("LEADFILTER_ADMIN_KEYS")]
    [DataRow("LEADFILTER_IDENTITY_SECRET")]
    [DataRow("LEADFILTER_KEY_ACME")]
    [DataRow("LEADFILTER_SECRETS")]
    [DataRow("AzureWebJobsStorage")]
    [DataRow("ServiceBus")]
    [DataRow("ServiceBus:fullyQualifiedNamespace")]
    [DataRow("Tables")]
    [DataRow("APPLICATIONINSIGHTS_CONNECTION_STRING")]
    [DataRow("AZURE_CLIENT_SECRET")]
    [DataRow("IDENTITY_HEADER")]
    [DataRow("MSI_SECRET")]
    [DataRow("WEBSITE_AUTH_ENCRYPTION_KEY")]
    [DataRow("OTEL_EXPORTER_OTLP_HEADERS")]
    public void The_filters_own_settings_are_never_allowed_and_cannot_be_listed(string name)
    {
        Assert.IsFalse(SecretNames.TryParse($"CRM_SECRET, {name}", out _));
        Assert.IsTrue(SecretNames.TryParse(name[..3] + "*", out var wide));
        Assert.IsFalse(wide.Allows(name));
    }

    [TestMethod]
    [DataRow("TablesOfOurs")]
    [DataRow("IDENTITYCHECK_KEY")]
    public void A_name_that_only_looks_like_one_of_the_filters_may_be_listed(string name)
    {
        Assert.IsTrue(SecretNames.TryParse(name, out var names));
        Assert.IsTrue(names.Allows(name));
    }

    [TestMethod]
    [DataRow("*")]
    [DataRow("AB*")]
    [DataRow("CRM-SECRET")]
    [DataRow("*_KEY")]
    [DataRow("CRM;PHONE")]
    public void What_is_no_list_of_names_is_refused(string setting) => Assert.IsFalse(SecretNames.TryParse(setting, out _));
}
