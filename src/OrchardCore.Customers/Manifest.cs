using OrchardCore.Customers;
using OrchardCore.Modules.Manifest;

[assembly: Module(
    Name = "Customers",
    Author = "The OrchardCore.Customers contributors",
    Website = "https://github.com/orchardcore-customers",
    Version = "0.1.0",
    Category = "Commerce"
)]

[assembly: Feature(
    Id = CustomersConstants.Features.Customers,
    Name = "Customers",
    Description = "Customers with their contact data, found, created, viewed, edited and deleted in the admin.",
    Category = "Commerce",
    Dependencies =
    [
        "OrchardCore.Contents",
        "OrchardCore.Roles",
        "OrchardCore.Settings",
        "OrchardCore.Users",
    ]
)]

[assembly: Feature(
    Id = CustomersConstants.Features.Accounts,
    Name = "Customers: accounts",
    Description = "Customers set a password of their own by a link that is mailed to them, log in to the shop and look after their record there.",
    Category = "Commerce",
    Dependencies =
    [
        CustomersConstants.Features.Customers,
        "OrchardCore.Email",
        "OrchardCore.Users",
    ]
)]

[assembly: Feature(
    Id = CustomersConstants.Features.Companies,
    Name = "Customers: companies",
    Description = "Companies with their business units and roles, and the customers who buy for them.",
    Category = "Commerce",
    Dependencies =
    [
        CustomersConstants.Features.Customers,
    ]
)]

[assembly: Feature(
    Id = CustomersConstants.Features.Sites,
    Name = "Customers: sites",
    Description = "The sites where customers shop, with their storefronts, and users who see the customers of some sites only.",
    Category = "Commerce",
    Dependencies =
    [
        CustomersConstants.Features.Customers,
    ]
)]

[assembly: Feature(
    Id = CustomersConstants.Features.AssistedBuying,
    Name = "Customers: assisted buying",
    Description = "Users act for customers at the storefronts of their sites, for a while, with a reason, and without a password.",
    Category = "Commerce",
    Dependencies =
    [
        CustomersConstants.Features.Customers,
        CustomersConstants.Features.Accounts,
        CustomersConstants.Features.Sites,
        CustomersConstants.Features.Api,
    ]
)]

[assembly: Feature(
    Id = CustomersConstants.Features.Transfer,
    Name = "Customers: import and export",
    Description = "Customers are imported from CSV files, with a trial before and an undo afterwards, and exported as CSV and Excel files.",
    Category = "Commerce",
    Dependencies =
    [
        CustomersConstants.Features.Customers,
    ]
)]

[assembly: Feature(
    Id = CustomersConstants.Features.Api,
    Name = "Customers: API",
    Description = "Endpoints by which shops and other programs ask about customers and companies. They are known by tokens, such as those of OpenID Connect.",
    Category = "Commerce",
    Dependencies =
    [
        CustomersConstants.Features.Customers,
    ]
)]
