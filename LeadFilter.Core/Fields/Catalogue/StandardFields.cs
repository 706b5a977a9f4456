using LeadFilter.Core.Fields.Emails;
using LeadFilter.Core.Fields.Flags;
using LeadFilter.Core.Fields.Names;
using LeadFilter.Core.Fields.Numbers;
using LeadFilter.Core.Fields.Persons;
using LeadFilter.Core.Fields.Phones;
using LeadFilter.Core.Fields.Places.Cities;
using LeadFilter.Core.Fields.Places.Countries;
using LeadFilter.Core.Fields.Places.Postal;
using LeadFilter.Core.Fields.Places.Streets;
using LeadFilter.Core.Fields.Times;
using LeadFilter.Core.Fields.Web;
using LeadFilter.Core.Fields.Web.UserAgents;

namespace LeadFilter.Core.Fields.Catalogue;

/// <summary>The fields that every campaign knows, under the names that vendors' systems know from LeadConduit.</summary>
public static class StandardFields
{
    /// <summary>All of them: the person, contact, address, work, request, consent, origin and deal.</summary>
    public static IReadOnlyList<FieldDefinition> All { get; } =
    [
        new("first_name", NameType.First, "First name."),
        new("middle_name", StringType.Instance, "Middle name or initial."),
        new("last_name", NameType.Last, "Last name."),
        new("full_name", NameType.Full, "The whole name, if it comes in one field."),
        new("name_suffix", StringType.Instance, "Jr., Sr., III."),
        new("title", StringType.Instance, "Mr., Ms., Dr."),
        new("gender", GenderType.Instance, "Gender."),
        new("dob", DobType.Instance, "Date of birth."),
        new("age", NumberType.Instance, "Age in years, as the person stated it."),
        new("language", StringType.Instance, "The language that the person prefers."),
        new("marital_status", StringType.Instance, "Marital status, in the vendor's words."),
        new("email", EmailType.Instance, "E-mail address."),
        new("phone_1", PhoneType.Instance, "First telephone number."),
        new("phone_2", PhoneType.Instance, "Second telephone number."),
        new("phone_3", PhoneType.Instance, "Third telephone number."),
        new("best_time_to_call", StringType.Instance, "When the person wants to be called."),
        new("address_1", StreetType.Instance, "Street address."),
        new("address_2", StreetType.Instance, "Apartment, suite or unit."),
        new("city", CityType.Instance, "City."),
        new("state", StateType.Instance, "State or province."),
        new("postal_code", PostalCodeType.Instance, "ZIP or postal code."),
        new("county", StringType.Instance, "County."),
        new("country", CountryType.Instance, "Country."),
        new("time_zone", StringType.Instance, "The person's time zone."),
        new("company", StringType.Instance, "The employer or the person's own company."),
        new("job_title", StringType.Instance, "Job title."),
        new("website", UrlType.Instance, "The company's website."),
        new("annual_income", MoneyType.Instance, "Income in a year, in dollars."),
        new("lead_type", StringType.Instance, "The kind of lead, according to the vendor."),
        new("product", StringType.Instance, "The product or service that the person wants."),
        new("own_or_rent", StringType.Instance, "Whether the person owns or rents the home."),
        new("credit_rating", StringType.Instance, "Credit rating, as the person stated it."),
        new("comments", StringType.Instance, "What the person wrote."),
        new("tcpa_consent", BooleanType.Instance, "Whether the person agreed to be called and texted."),
        new("consent_text", StringType.Instance, "The words that the person agreed to."),
        new("opt_in", BooleanType.Instance, "Whether the person opted in."),
        new("opt_in_at", TimestampType.Instance, "When the person opted in."),
        new("trustedform_cert_url", TrustedFormType.Instance, "The TrustedForm certificate."),
        new("trustedform_token", StringType.Instance, "The TrustedForm token."),
        new("jornaya_lead_id", StringType.Instance, "The Jornaya lead id."),
        new("universal_leadid", StringType.Instance, "The universal lead id, the older name of Jornaya's."),
        new("ip_address", IpType.Instance, "The IP address that the form was sent from."),
        new("user_agent", UserAgentType.Instance, "The browser that the form was sent with."),
        new("landing_page_url", UrlType.Instance, "The page with the form."),
        new("referer", UrlType.Instance, "The page that led to the form."),
        new("source", StringType.Instance, "Where the vendor got the lead: a site or a publisher."),
        new("sub_id", StringType.Instance, "The vendor's finer source."),
        new("sub_id_2", StringType.Instance, "An even finer source."),
        new("campaign_id", StringType.Instance, "The vendor's own campaign."),
        new("ad_id", StringType.Instance, "The advertisement."),
        new("keyword", StringType.Instance, "The search term."),
        new("click_id", StringType.Instance, "The advertising network's click."),
        new("incentivized", BooleanType.Instance, "Whether the person was promised a reward."),
        new("page_views", NumberType.Instance, "How many pages the person looked at."),
        new("seconds_on_form", NumberType.Instance, "How many seconds the person spent on the form."),
        new("created_at", TimestampType.Instance, "When the person sent the form."),
        new("reference", StringType.Instance, "The vendor's own id of the lead."),
        new("price", MoneyType.Instance, "The price that the vendor asks, in dollars."),
        new("is_test", BooleanType.Instance, "Whether it is a test that nobody pays for."),
    ];

    /// <summary>Short names for parts that are used much, each with the part's full name, without case.</summary>
    public static IReadOnlyDictionary<string, string> Shorthands { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["age_seconds"] = "created_at.age_seconds",
    };
}
