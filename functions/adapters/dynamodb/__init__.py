"""DynamoDB behind `Records` and `Keys`: one table, one transaction a step."""
