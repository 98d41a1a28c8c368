"""How much of json, contract, client and xml the tests hold: small changes of the code that they should
notice.
"""
